import { Switch } from '@mantine/core'
import { useIsRecorded, useSetRecording } from '../queries/recording.ts'
import { CallFailed } from '../ui/Problem.tsx'
import { Region } from '../ui/Region.tsx'

/** Whether the requests of an environment are recorded on this computer. It holds at once, and is in no file that is shared. */
export function RecordingChoice({ environmentId }: { environmentId: string }) {
  const isRecorded = useIsRecorded(environmentId)
  const { mutate, isPending, error } = useSetRecording()
  return (
    <Region name="History">
      <Switch
        label="Record requests and answers"
        description="Secrets and tokens are masked. When off, requests are kept in memory only, until you quit. Applies at once, on this computer only; earlier requests stay recorded."
        checked={isRecorded ?? true}
        disabled={isRecorded === null || isPending}
        onChange={({ currentTarget }) => mutate({ environmentId, isRecorded: currentTarget.checked })}
      />
      {error === null ? null : <CallFailed error={error} />}
    </Region>
  )
}
