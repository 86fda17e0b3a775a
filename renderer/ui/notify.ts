import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications'

/** Notices that wait behind the one that is shown. */
const mostWaiting = 3

let count = 0

/**
 * Shows a notice in the place of the one that is there. What says only that something was done goes then; what can be undone,
 * or has to be read, comes back afterwards, the newest first, and no more than a few of them.
 */
export function notify(notice: NotificationData): void {
  count += 1
  const priority = count
  notifications.show({ ...notice, priority })
  notifications.updateState(notificationsStore, (all) =>
    all
      .filter((one) => one.priority === priority || one.id === notice.id || hasToBeRead(one))
      .toSorted((one, other) => (other.priority ?? 0) - (one.priority ?? 0))
      .slice(0, 1 + mostWaiting),
  )
}

/** Longer than a glance takes. */
const hasToBeRead = ({ autoClose }: NotificationData): boolean =>
  autoClose === false || (typeof autoClose === 'number' && autoClose > 5000)
