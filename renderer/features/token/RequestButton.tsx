import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useNeedsMending } from '../../queries/held-action.ts'
import { cancelRun, useProgress, useSlowPendingSince } from '../../state/runs.ts'
import { Waiting } from '../../ui/Waiting.tsx'

interface Props {
  environmentId: string
  disabled: boolean
  /** Whether it is the act that helps most now: there is one such button a screen. */
  isPrimary: boolean
  /** Whether Ctrl/Cmd+Enter does it here. */
  hasShortcut: boolean
  onRequest: () => void
}

/** Requests a token; a request that takes its time shows instead since when, and can be cancelled. */
export function RequestButton({ environmentId, disabled, isPrimary, hasShortcut, onRequest }: Props) {
  const pendingSince = useSlowPendingSince('requestToken', environmentId)
  const progress = useProgress('requestToken', environmentId)
  const needsMending = useNeedsMending(environmentId)
  if (pendingSince !== null) {
    const cancel = () => cancelRun('requestToken', environmentId)
    return <Waiting since={pendingSince} what="Requesting" progress={progress} onCancel={cancel} />
  }
  return (
    <Button
      variant={isPrimary && !needsMending ? 'filled' : 'default'}
      leftSection={<IconKey size={16} stroke={1.6} />}
      onClick={onRequest}
      disabled={disabled}
      style={{ flexShrink: 0 }}
      {...(hasShortcut && { title: 'Ctrl/Cmd + Enter' })}
    >
      Request token
    </Button>
  )
}
