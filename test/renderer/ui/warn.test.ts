import { notificationsStore } from '@mantine/notifications'
import { expect, test } from 'vitest'
import { warn } from '../../../renderer/ui/warn.ts'

test('a warning says what did not work, and stays until a person closes it', () => {
  warn({ kind: 'exchange_not_recorded', failure: { code: 'system', evidence: { message: 'Disk full' } } })
  expect(notificationsStore.getState().notifications).toMatchObject([
    { title: 'This request is not recorded', message: 'Disk full.', autoClose: false },
  ])
})
