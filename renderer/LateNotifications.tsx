import { useLoadedParts } from './late.ts'

/** A notification from before this is loaded is shown once it is. */
export function LateNotifications() {
  const late = useLoadedParts()
  return late === null ? null : <late.Notifications position="bottom-left" limit={1} zIndex={1} />
}
