import { visible } from '../common/visible.ts'

const most = 300

/** What servers say, as a notification may show it: some systems take `<a>` and `<b>` in it for markup. */
export function notificationText(text: string): string {
  const shown = visible(text).replaceAll('<', '‹').replaceAll('>', '›')
  return shown.length > most ? `${shown.slice(0, most)}…` : shown
}
