import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { builtInEnvironments } from '../../../../electron/catalogue/built-in-environments.ts'
import { logHeaderLength } from '../../../../electron/core/workspace/recovery/log-frames.ts'
import { openWorkspace, type Workspace } from '../../../../electron/core/workspace/workspace.ts'
import { contentOf } from '../fill-tables.ts'
import { randomOf, seedOf } from '../random.ts'

const frame = 24 + 4096
const parts = ['', '-wal', '-shm'] as const
let folder: string
/** In use by an app that is about to be killed. */
let file: string
/** As the killed app has left it. */
let left: string
let workspace: Workspace
let count: number

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-log-'))
  file = path.join(folder, 'running.sqlite')
  left = path.join(folder, 'workspace.sqlite')
  openWorkspace(file).close()
  workspace = openWorkspace(file)
  count = 0
})
afterEach(() => {
  workspace.close()
  rmSync(folder, { recursive: true })
})

function save(times: number): void {
  const [sandbox] = builtInEnvironments
  if (sandbox === undefined) throw new Error('no built-in environment')
  for (let number = 0; number < times; number += 1) {
    count += 1
    const value = { ...sandbox.value, name: `save ${count}`, audience: 'x'.repeat(count % 3000) }
    workspace.environments.add({ id: `saved-${count}`, builtIn: false, value })
  }
}

/** Leaves the files as SIGKILL does: all that was written is there. */
function kill(): void {
  for (const name of readdirSync(folder)) if (name.startsWith('workspace')) rmSync(path.join(folder, name))
  for (const part of parts) if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${left}${part}`)
}

/** Starts again on what is left: how many saves are there, and what is said to be lost. */
function start() {
  const again = openWorkspace(left, 0)
  const saved = again.environments.list().filter(({ id }) => id.startsWith('saved-')).length
  const { lostLog } = again
  again.close()
  return { saved, lostLog }
}

test('an app that was killed after any save has lost nothing, and nothing is said to be lost', () => {
  for (let round = 0; round < 30; round += 1) {
    save(1)
    kill()
    expect(start()).toEqual({ saved: count, lostLog: null })
  }
})

test('the end of a log that was cut off within a transaction, at any byte of a frame, is no damage', () => {
  save(5)
  kill()
  const complete = readFileSync(`${left}-wal`).length
  save(1)
  // The index still says what was complete before the transaction.
  const index = readFileSync(`${left}-shm`)
  for (const more of [1, 23, 24, 25, 24 + 2048, frame - 1, frame, frame + 24, 2 * frame]) {
    kill()
    truncateSync(`${left}-wal`, complete + more)
    writeFileSync(`${left}-shm`, index)
    expect([more, start()]).toEqual([more, { saved: count - 1, lostLog: null }])
  }
})

test('frames of an earlier round of the log, and of a transaction that was given up, are no damage', () => {
  save(40)
  const other = new DatabaseSync(file)
  other.exec('PRAGMA wal_checkpoint(RESTART)')
  for (let round = 0; round < 5; round += 1) {
    save(1)
    kill()
    expect(start()).toEqual({ saved: count, lostLog: null })
  }
  // More than its cache holds, so that it is written before it is complete.
  other.exec('PRAGMA cache_size = 5; BEGIN IMMEDIATE; CREATE TABLE filling (text)')
  const fill = other.prepare('INSERT INTO filling VALUES (?)')
  for (let row = 0; row < 60; row += 1) fill.run('y'.repeat(4000))
  kill()
  expect(start()).toEqual({ saved: count, lostLog: null })
  other.exec('ROLLBACK')
  other.close()
  for (let round = 0; round < 5; round += 1) {
    kill()
    expect(start()).toEqual({ saved: count, lostLog: null })
    save(1)
  }
})

test(
  'one bit that is flipped anywhere in the log is reported with what it cost, and the log is kept',
  { timeout: 60_000 },
  () => {
    save(25)
    kill()
    const whole = new Map(parts.map((part) => [part, readFileSync(`${left}${part}`)]))
    const log = readFileSync(`${left}-wal`)
    const seed = seedOf(process.env['CCX_SEED'])
    const random = randomOf(seed)
    const offsets = [0, 8, 17, 25, logHeaderLength + 5, log.length - 1, log.length - frame + 4]
    while (offsets.length < 40) offsets.push(Math.floor(random() * log.length))
    const silent: unknown[] = []
    let noticed = 0
    for (const offset of offsets) {
      kill()
      for (const [part, bytes] of whole) writeFileSync(`${left}${part}`, bytes)
      const flipped = Buffer.from(log)
      flipped.writeUInt8(flipped.readUInt8(offset) ^ (1 << (offset % 8)), offset)
      writeFileSync(`${left}-wal`, flipped)
      const { saved, lostLog } = start()
      if (saved < count && lostLog === null) silent.push({ seed, offset, saved })
      if (saved < count && lostLog !== null) noticed += 1
      const kept = lostLog === null || readFileSync(lostLog.keptAs ?? '').equals(flipped)
      if (!kept) silent.push({ seed, offset, kept })
    }
    expect(silent).toEqual([])
    expect(noticed).toBeGreaterThan(20)
    expect(contentOf(left).length).toBeGreaterThan(5)
  },
)

test('a flipped bit is reported also when the index beside the log is gone, as long as a complete transaction follows', () => {
  save(10)
  kill()
  rmSync(`${left}-shm`)
  const log = readFileSync(`${left}-wal`)
  log.writeUInt8(log.readUInt8(logHeaderLength + 100) ^ 4, logHeaderLength + 100)
  writeFileSync(`${left}-wal`, log)
  const { saved, lostLog } = start()
  expect(saved).toBe(0)
  expect(lostLog?.transactions).toBeGreaterThanOrEqual(10)
})

test.for([
  ['cut', (log: string) => truncateSync(log, logHeaderLength + 3 * frame + 100)],
  ['emptied', (log: string) => truncateSync(log, 0)],
  ['removed', (log: string) => rmSync(log)],
  ['overwritten with NULs', (log: string) => writeFileSync(log, Buffer.alloc(readFileSync(log).length))],
] as const)('a log that was %s is reported, and what is in the file stays', ([, damage]) => {
  save(10)
  kill()
  damage(`${left}-wal`)
  const { saved, lostLog } = start()
  expect(saved).toBeLessThan(10)
  expect(lostLog).toMatchObject({ transactions: null })
  // It is said once.
  expect(start()).toEqual({ saved, lostLog: null })
})
