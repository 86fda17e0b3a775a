import { Button, Group, Stack, Text } from '@mantine/core'

interface Props {
  count: number
  onRemove: () => void
  onKeep: () => void
}

/** Asks before backups are removed. */
export function RemovingBackups({ count, onRemove, onKeep }: Props) {
  const [what, kept] = count === 1 ? ['1 backup', 'Keep it'] : [`${count} backups`, 'Keep them']
  return (
    <Stack gap={8}>
      <Text size="sm">
        A backup of the workspace as it is now is made first. Then {what} {count === 1 ? 'is' : 'are'} deleted. This
        can&apos;t be undone.
      </Text>
      <Group gap={8}>
        <Button color="red.9" onClick={onRemove}>
          Remove {what}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {kept}
        </Button>
      </Group>
    </Stack>
  )
}
