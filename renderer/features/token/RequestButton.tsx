import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { cancelRun, useProgress, useSlowPendingSince } from '../../state/runs.ts'
import { Waiting } from '../../ui/Waiting.tsx'

interface Props {
  environmentId: string
  disabled: boolean
  onRequest: () => void
}

/** Requests a token; a request that takes its time shows instead since when, and can be cancelled. */
export function RequestButton({ environmentId, disabled, onRequest }: Props) {
  const pendingSince = useSlowPendingSince('requestToken', environmentId)
  const progress = useProgress('requestToken', environmentId)
  if (pendingSince !== null) {
    const cancel = () => cancelRun('requestToken', environmentId)
    return <Waiting since={pendingSince} what="Requesting" progress={progress} onCancel={cancel} />
  }
  return (
    <Button
      leftSection={<IconKey size={14} />}
      onClick={onRequest}
      disabled={disabled}
      style={{ flexShrink: 0 }}
      title="Ctrl/Cmd + Enter"
    >
      Request token
    </Button>
  )
}
