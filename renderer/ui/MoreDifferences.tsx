import { Text } from '@mantine/core'

/** How many differences a list leaves out. */
export const MoreDifferences = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <Text size="xs" c="dimmed">
      {count.toLocaleString('en')} more differences are not listed.
    </Text>
  )
