import { judged, type ReviewCheck, seenHere } from '../check.ts'

/** Whether somebody hears of it when answers change; alerts of the server's operator cannot be seen. */
export const alerts: ReviewCheck = {
  name: 'alerts',
  look: ({ watch, notifies }) => {
    if (watch === null) return [judged('alerts_not_seen', [])]
    const minutes = String(watch.minutes)
    const seen = [
      seenHere('setting', 'watch', `${minutes} min`),
      seenHere('setting', 'notifications', notifies ? 'on' : 'off'),
    ]
    return [judged(notifies ? 'alerts_on' : 'alerts_off', seen, { minutes })]
  },
}
