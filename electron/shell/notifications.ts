import { Notification } from 'electron'
import type { Ports } from '../core/ports.ts'
import { driftClause } from '../wording/drift/drift-clause.ts'

/** Has the system say what differs of an environment; a click brings the window to it. Where the system has no notifications, nothing happens. */
export function createNotifications(open: (environmentId: string) => void): NonNullable<Ports['showNotification']> {
  /** Held until they are closed: one that is collected hears no click. */
  const shown = new Set<Notification>()
  return ({ environmentId, name, drift }) => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title: name, body: drift.map(driftClause).join('. ') })
    shown.add(notification)
    notification.on('click', () => open(environmentId))
    notification.on('close', () => shown.delete(notification))
    notification.on('failed', () => shown.delete(notification))
    for (const oldest of shown) if (shown.size > 20) shown.delete(oldest)
    notification.show()
  }
}
