import { Notification } from 'electron'
import type { Ports } from '../core/ports.ts'
import { notificationText } from './notification-text.ts'

/** Of those that are open, the newest hear a click. */
const mostHeld = 20

/** Has the system say what differs of an environment; a click brings the window to it. Where the system has no notifications, nothing happens. */
export function createNotifications(open: (environmentId: string) => void): NonNullable<Ports['showNotification']> {
  /** Held until they are closed: one that is collected hears no click. */
  const shown = new Set<Notification>()

  function show(environmentId: string, title: string, body: string): void {
    const notification = new Notification({ title: notificationText(title), body: notificationText(body) })
    shown.add(notification)
    notification.on('click', () => open(environmentId))
    notification.on('close', () => shown.delete(notification))
    notification.on('failed', () => shown.delete(notification))
    for (const oldest of shown) if (shown.size > mostHeld) shown.delete(oldest)
    notification.show()
  }

  return ({ environmentId, name, drift }) => {
    if (!Notification.isSupported()) return
    // Notifications are off at first, so no start needs their words.
    void import('../wording/drift/drift-clause.ts').then(({ driftClause }) =>
      show(environmentId, name, drift.map(driftClause).join('. ')),
    )
  }
}
