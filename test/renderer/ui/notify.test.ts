import { notifications, notificationsStore } from '@mantine/notifications'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notify } from '../../../renderer/ui/notify.ts'

const { limit } = notificationsStore.getState()
beforeEach(() => notificationsStore.setState({ ...notificationsStore.getState(), limit: 1 }))
afterEach(() => {
  notifications.clean()
  notificationsStore.setState({ ...notificationsStore.getState(), limit })
})

const shown = () => notificationsStore.getState().notifications.map(({ message }) => message)
const waiting = () => notificationsStore.getState().queue.map(({ message }) => message)

test('64 notices at once are one that is shown, the newest, and three that wait', () => {
  for (let number = 1; number <= 64; number++) notify({ message: number, autoClose: false })
  expect(shown()).toEqual([64])
  expect(waiting()).toEqual([63, 62, 61])
})

test('what only says that something was done goes with the next notice', () => {
  notify({ message: 'saved', autoClose: 2500 })
  notify({ message: 'copied' })
  expect([shown(), waiting()]).toEqual([['copied'], []])
})

test('what can be undone comes back after a notice that took its place', () => {
  notify({ id: 'deleted', message: 'deleted', autoClose: 15_000 })
  notify({ id: 'saved', message: 'saved', autoClose: 2500 })
  expect([shown(), waiting()]).toEqual([['saved'], ['deleted']])
  notifications.hide('saved')
  expect(shown()).toEqual(['deleted'])
})
