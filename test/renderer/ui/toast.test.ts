import { notifications, notificationsStore } from '@mantine/notifications'
import { afterEach, expect, test } from 'vitest'
import { toastFailed } from '../../../renderer/ui/toast.ts'
import { toastSaved } from '../../../renderer/ui/toast-saved.ts'

afterEach(() => notifications.clean())

const titles = () => notificationsStore.getState().notifications.map(({ title, message }) => [title, message])

test('a failure is titled by what failed, not by what another one was', () => {
  toastFailed('Evidence: not copied', 'The clipboard is busy.')
  toastSaved('HAR file', {
    kind: 'failed',
    reason: { code: 'file_not_written', evidence: { failure: { code: 'system', evidence: { message: 'Full' } } } },
  })
  expect(titles()).toEqual([
    ['HAR file: not saved', 'Full.'],
    ['Evidence: not copied', 'The clipboard is busy.'],
  ])
})

test('nothing is said when the person changed their mind', () => {
  toastSaved('HAR file', { kind: 'cancelled' })
  expect(titles()).toEqual([])
})
