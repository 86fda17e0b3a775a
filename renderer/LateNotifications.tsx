import { useLoadedParts } from './late.ts'

/** What is told before it is there is shown once it is. */
export function LateNotifications() {
  const late = useLoadedParts()
  return late === null ? null : <late.Notifications position="bottom-right" limit={3} />
}
