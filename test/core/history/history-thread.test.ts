import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HistoryThread } from '../../../electron/core/history/history-thread.ts'
import { idsOfSearch } from '../../../electron/core/history/ids-of-search.ts'
import { OpenHistory } from '../../../electron/core/history/open-history.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange as recorded } from '../evidence/exchange.ts'
import { mayMount, mountSmallDisk } from '../../support/small-disk.ts'
import { because } from '../../support/skipped.ts'
import { allExchanges } from '../../../electron/common/all-exchanges.ts'
import { recordingIn } from './workspace-of-history.ts'

const missingDisk = mayMount() ? null : 'only root may mount a disk'

let folder: string
let file: string
let index: string
const opened: { close: () => void }[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'history-'))
  file = path.join(folder, 'workspace.sqlite')
  index = path.join(folder, 'history.sqlite')
})
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
  rmSync(folder, { recursive: true, force: true })
})

function workspaceWith(count: number) {
  openWorkspace(file).close()
  const database = new DatabaseSync(file)
  opened.push(database)
  const recording = recordingIn(database)
  for (let number = 0; number < count; number += 1) recording.add({ id: `e${number}`, startedAt: number })
  return recording
}

function open(): OpenHistory {
  const history = new OpenHistory(file)
  opened.push(history)
  return history
}

function found(history: OpenHistory, text = ''): number {
  history.catchUp(Infinity)
  return history.do((opened) => opened.search({ ...allExchanges, text })).found
}

test('the thread searches a workspace that others write', async () => {
  const { add } = workspaceWith(3)
  const thread = new HistoryThread(file, () => {})
  opened.push(thread)
  const all = await thread.search(allExchanges)
  expect(all).toMatchObject({ found: 3, notIndexed: 0 })
  add({ id: 'new', startedAt: 10 })
  expect((await thread.search(allExchanges)).rows[0]?.id).toBe('new')
  expect((await thread.read(all.searchId, 1, 10))?.map(({ id }) => id)).toEqual(['e1', 'e0'])
  expect(await idsOfSearch(thread, all.searchId)).toEqual(['e2', 'e1', 'e0'])
  expect((await thread.facts()).exchanges).toBe(4)
})

test('the thread says when it has caught up with what an answer lacked', async () => {
  workspaceWith(1500)
  const { promise, resolve } = Promise.withResolvers<void>()
  const thread = new HistoryThread(file, resolve)
  opened.push(thread)
  const early = await thread.search(allExchanges)
  expect(early.found + early.notIndexed).toBe(1500)
  if (early.notIndexed > 0) await promise
  expect(await thread.search(allExchanges)).toMatchObject({ found: 1500, notIndexed: 0 })
})

test('a thread that cannot open the workspace fails what is asked, and is started again', async () => {
  const thread = new HistoryThread(file, () => {})
  opened.push(thread)
  await expect(thread.search(allExchanges)).rejects.toThrow('unable to open')
  workspaceWith(1)
  expect((await thread.search(allExchanges)).found).toBe(1)
})

test('the index is for its owner alone, and is used again', () => {
  workspaceWith(2)
  const first = open()
  expect(found(first)).toBe(2)
  expect(statSync(index).mode & 0o777).toBe(0o600)
  const { ino } = statSync(index)
  expect(found(open())).toBe(2)
  expect(statSync(index).ino).toBe(ino)
})

test.each([
  ['empty', () => truncateSync(index, 0)],
  ['cut', () => truncateSync(index, 5000)],
  [
    'overwritten',
    () => writeFileSync(index, 'Not a database, but a text that is longer than the header of one: '.repeat(99)),
  ],
  ['removed', () => rmSync(index)],
  ['of another version', () => change(index, 'PRAGMA user_version = 999')],
  ['without its tables', () => change(index, 'DROP TABLE words')],
  [
    'a folder',
    () => {
      rmSync(index)
      rmSync(`${index}-wal`, { force: true })
      openWorkspace(path.join(index, 'workspace.sqlite')).close()
    },
  ],
])('an index that is %s costs nothing', (_what, damage) => {
  workspaceWith(3)
  const history = new OpenHistory(file)
  expect(found(history, 'tenant')).toBe(3)
  history.close()
  damage()
  expect(found(open(), 'tenant')).toBe(3)
})

function change(database: string, sql: string): void {
  const opened = new DatabaseSync(database)
  opened.exec(sql)
  opened.close()
}

test('an index that is damaged while it is open is made again', () => {
  const { add } = workspaceWith(300)
  const history = open()
  expect(found(history)).toBe(300)
  change(index, 'PRAGMA wal_checkpoint(TRUNCATE)')
  truncateSync(index, 4096)
  add({ id: 'new', startedAt: 1000 })
  expect(found(history, 'tenant')).toBe(301)
})

test('the index of another workspace is brought to this one', () => {
  workspaceWith(3)
  const history = new OpenHistory(file)
  expect(found(history)).toBe(3)
  history.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  const { add } = workspaceWith(1)
  add({ id: 'else', startedAt: 5 })
  expect(found(open())).toBe(2)
})

test('two programs share one index', () => {
  const { add } = workspaceWith(3)
  const [one, other] = [open(), open()]
  expect(found(one)).toBe(3)
  expect(found(other)).toBe(3)
  add({ id: 'new', startedAt: 10 })
  expect(found(other)).toBe(4)
  expect(found(one, 'tenant')).toBe(4)
  expect(one.do((history) => history.search(allExchanges)).rows[0]?.id).toBe('new')
})

test('what is recorded while another program keeps the index for itself is found afterwards', () => {
  const { add } = workspaceWith(2)
  const history = open()
  expect(found(history)).toBe(2)
  const other = new DatabaseSync(index)
  opened.push(other)
  other.exec('BEGIN IMMEDIATE')
  add({ id: 'new', startedAt: 10 })
  expect(history.catchUp(20)).toBe(false)
  expect(history.do((opened) => opened.search(allExchanges)).found).toBe(2)
  other.exec('ROLLBACK')
  expect(found(history)).toBe(3)
})

test('the words of what was deleted and of a note that was changed leave the file', () => {
  const { add, mark, remove } = workspaceWith(200)
  add({ id: 'gone', startedAt: 1, callId: 'xq', request: { ...recorded.request, url: 'https://xqxqdeleted.example/' } })
  mark('e7', true, 'zqzqearlier words')
  const history = open()
  expect([found(history, 'xqxqdeleted'), found(history, 'zqzqearlier')]).toEqual([1, 1])
  remove('gone')
  mark('e7', true, 'other words')
  expect([found(history, 'xqxqdeleted'), found(history, 'zqzqearlier'), found(history, 'other')]).toEqual([0, 0, 1])
  for (let step = 0; step < 100 && history.do((opened) => opened.tidy()); step += 1);
  expect(history.do((opened) => opened.tidy())).toBe(false)
  change(index, 'PRAGMA wal_checkpoint(TRUNCATE)')
  const bytes = readFileSync(index).toString('latin1')
  expect(bytes).not.toContain('qxqdeleted')
  expect(bytes).not.toContain('qzqearlier')
  expect(found(history, 'tenant')).toBe(200)
})

test('while another program has the index for itself, the history is searched without it, and it stays', () => {
  workspaceWith(3)
  const first = new OpenHistory(file)
  expect(found(first)).toBe(3)
  first.close()
  const other = new DatabaseSync(index)
  opened.push(other)
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  expect(found(open(), 'tenant')).toBe(3)
  expect(other.prepare('SELECT count(*) AS count FROM facts').get()).toEqual({ count: 3 })
  expect(existsSync(index)).toBe(true)
})

test.skipIf(missingDisk !== null)(
  `on a disk that takes no more the history is searched in memory${because(missingDisk)}`,
  () => {
    const disk = mountSmallDisk('12m')
    try {
      file = path.join(disk.folder, 'workspace.sqlite')
      const { database } = workspaceWith(800)
      opened.pop()
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      disk.change(`size=${Math.ceil(statSync(file).size / 1024) + 300}k`)
      const history = new OpenHistory(file)
      expect(found(history, 'tenant')).toBe(800)
      expect(history.do((opened) => opened.facts()).exchanges).toBe(800)
      history.close()
      database.close()
    } finally {
      disk.close()
    }
  },
)

test('an index with something else in it than was written is made again', () => {
  workspaceWith(3)
  const history = new OpenHistory(file)
  expect(found(history)).toBe(3)
  history.close()
  change(index, 'DROP TABLE words; CREATE TABLE words (url, head, body, said)')
  expect(found(open(), 'tenant')).toBe(3)
})

test.each([
  ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM facts WHERE number <> new.number; END'],
  ['a number that no index has', "UPDATE facts SET number = 3000000000 WHERE id = 'e1'"],
  ['a number beyond those of JavaScript', "UPDATE facts SET number = 9223372036854775807 WHERE id = 'e1'"],
])('an index to which somebody added %s is made again', (_, sql) => {
  const { add } = workspaceWith(5)
  expect(found(open(), 'tenant')).toBe(5)
  opened.pop()?.close()
  const database = new DatabaseSync(index)
  database.exec(sql)
  database.close()
  add({ id: 'later', startedAt: 10 })
  const again = open()
  again.catchUp(Infinity)
  expect(again.do((history) => history.search({ ...allExchanges, text: 'tenant' }))).toMatchObject({ found: 6 })
  expect(again.do((history) => history.search(allExchanges)).rows).toHaveLength(6)
})

test('an index is for its owner alone, and what leads elsewhere is not followed', () => {
  workspaceWith(2)
  const elsewhere = path.join(folder, 'elsewhere')
  symlinkSync(elsewhere, index)
  expect(found(open())).toBe(2)
  expect(existsSync(elsewhere)).toBe(false)
  opened.pop()?.close()
  chmodSync(index, 0o666)
  expect(found(open())).toBe(2)
  expect(process.platform === 'win32' || (statSync(index).mode & 0o777) === 0o600).toBe(true)
})
