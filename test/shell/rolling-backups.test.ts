import { expect, test } from 'vitest'
import type { BackupResult, NoBackup } from '../../electron/contract/backup.ts'
import { keepBackups } from '../../electron/shell/rolling-backups.ts'

/** A clock that goes on when it is asked to, and backups that end when they are asked to. */
function start(changed: () => boolean = () => true) {
  const waiting = new Map<() => void, number>()
  const running: ((message: BackupResult) => void)[] = []
  const warnings: NoBackup[] = []
  let ended = 0
  const end = keepBackups({
    mayHaveChanged: changed,
    run: (heard) => {
      running.push(heard)
      return () => (ended += 1)
    },
    later: (run, milliseconds) => {
      waiting.set(run, milliseconds)
      return () => waiting.delete(run)
    },
    warn: (reason) => warnings.push(reason),
  })
  const turn = (): void => {
    const due = [...waiting.keys()]
    waiting.clear()
    for (const run of due) run()
  }
  return { end, turn, warnings, running, waits: () => [...waiting.values()], ended: () => ended }
}

test('the first backup is made some seconds after the start, the next a day later', () => {
  const { turn, running, waits, warnings } = start()
  expect(waits()).toEqual([10_000])
  turn()
  expect(running).toHaveLength(1)
  running[0]?.({ kind: 'made', file: 'x' })
  expect(waits()).toEqual([86_400_000])
  turn()
  expect(running).toHaveLength(2)
  expect(warnings).toEqual([])
})

test('nothing runs when nothing changed, and it is looked at again a day later', () => {
  const { turn, running, waits } = start(() => false)
  turn()
  expect(running).toEqual([])
  expect(waits()).toEqual([86_400_000])
})

test('S2: a backup that is not made is reported, and tried again a day later', () => {
  const { turn, running, warnings, waits } = start()
  turn()
  const reason: NoBackup = { code: 'no_room', evidence: { needed: 900_000_000, free: 100_000_000 } }
  running[0]?.({ kind: 'not_made', reason })
  expect(warnings).toEqual([reason])
  expect(waits()).toEqual([86_400_000])
})

test('S2: a workspace that cannot even be looked at is reported, too', () => {
  const { turn, warnings } = start(() => {
    throw new Error('EACCES: permission denied')
  })
  turn()
  expect(warnings).toEqual([{ code: 'failed', evidence: { message: 'EACCES: permission denied' } }])
})

test('when the app ends, what waits is called off and what runs is ended', () => {
  const first = start()
  first.end()
  expect(first.waits()).toEqual([])
  const second = start()
  second.turn()
  second.end()
  expect(second.ended()).toBe(1)
})
