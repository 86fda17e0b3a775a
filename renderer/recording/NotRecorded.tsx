import './recording.css'
import { IconCircleOff } from '@tabler/icons-react'
import { useIsRecorded, useSetRecording } from '../queries/recording.ts'

/** Says of an environment that its requests are not recorded, with the way back; nothing where they are. */
export function NotRecorded({ environmentId }: { environmentId: string }) {
  const isRecorded = useIsRecorded(environmentId)
  const { mutate, isPending } = useSetRecording()
  if (isRecorded !== false) return null
  return (
    <p className="not-recorded" role="status">
      <IconCircleOff size={14} stroke={1.6} aria-hidden />
      <span>Not recorded: requests are kept in memory only, until you quit.</span>
      <button
        type="button"
        className="link-button"
        disabled={isPending}
        onClick={() => mutate({ environmentId, isRecorded: true })}
      >
        Record again
      </button>
    </p>
  )
}
