import { Button, Group, Text } from '@mantine/core'
import type { Verification } from '../../electron/contract/verification.ts'
import { visible } from '../../electron/common/visible.ts'
import { clockTime } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { keysSentence } from '../../electron/wording/keys-used.ts'

interface Props {
  verification: Verification
  comparedWith: string | null
  isPending: boolean
  onFetchAgain: () => void
}

/** With which keys, against what and when it was verified. */
export function KeysLine({ verification: { keys, checkedAt }, comparedWith, isPending, onFetchAgain }: Props) {
  const now = useNow()
  const isFetched = keys?.source === 'jwks' || keys?.source === 'url'
  return (
    <Group gap={8} justify="space-between" wrap="nowrap" align="flex-start">
      <Text size="xs" c="dimmed" miw={0} style={{ overflowWrap: 'anywhere' }}>
        {keys === null ? 'No keys were used' : visible(keysSentence(keys, now))}
        {` · ${comparedWith === null ? 'compared with no environment' : `compared with “${visible(comparedWith)}”`}`}
        {` · checked ${clockTime(checkedAt, now)}`}
      </Text>
      {isFetched ? (
        <Button
          variant="default"
          size="compact-xs"
          style={{ flexShrink: 0 }}
          disabled={isPending}
          onClick={onFetchAgain}
        >
          Fetch keys again
        </Button>
      ) : null}
    </Group>
  )
}
