import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { HistoryFilter } from '../../electron/contract/history.ts'
import { HistoryThread } from '../../electron/core/history/history-thread.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { addExchanges, exchangeOf, fullHistory } from './full-workspace.ts'
import { interleaved, type Pair } from './pairs.ts'

/** Milliseconds. */
export interface HistoryFigures {
  /** A filter over 100,000 exchanges; the floor is the same over 5,000. */
  filter: Pair<number>[]
  /** Recording one; floor as above. */
  append: Pair<number>[]
  /** A search of words; the floor is LIKE over the same. */
  search: Pair<number>[]
  /** The longest that searches keep the thread that asks; the floor is a frame. */
  held: Pair<number>[]
}

interface Recorded {
  file: string
  workspace: Workspace
  thread: HistoryThread
}

const frame = 16.7
/** A fiftieth of all. */
const environmentIds = Array.from({ length: 20 }, (_, number) => `environment-${number}`)
const filtered: HistoryFilter = { ...allExchanges, environmentIds, statuses: ['2xx'] }
const searched: HistoryFilter = { ...allExchanges, text: 'example token 77' }

/** G12 and G13, in the thread that the app has, on files; `full` is the folder of a full workspace. */
export async function measureHistory(full: string): Promise<HistoryFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-history-'))
  const few = await recordedIn(path.join(folder, 'few'), 5000)
  cpSync(full, path.join(folder, 'many'), { recursive: true })
  const many = await recordedIn(path.join(folder, 'many'), 0)
  try {
    const filter = await interleaved(
      15,
      () => took(() => few.thread.search(filtered)),
      () => took(() => many.thread.search(filtered)),
    )
    const search = await interleaved(
      11,
      async () => likeIn(many.file),
      () => took(() => many.thread.search(searched)),
    )
    const held = { floor: frame, ours: await heldBySearches(many.thread) }
    const append = await interleaved(
      11,
      async () => appended(few.workspace),
      async () => appended(many.workspace),
    )
    return { filter: filter.slice(4), search: search.slice(2), append: append.slice(2), held: [held] }
  } finally {
    for (const { thread, workspace } of [few, many]) {
      thread.close()
      workspace.close()
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** With as many more, and its index made. */
async function recordedIn(folder: string, count: number): Promise<Recorded> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'workspace.sqlite')
  const workspace = openWorkspace(file)
  addExchanges(file, count)
  const thread = new HistoryThread(file, () => {})
  while ((await thread.search(allExchanges)).notIndexed > 0) await setTimeout(500)
  return { file, workspace, thread }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function likeIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  const started = performance.now()
  database.prepare("SELECT count(*) FROM exchanges WHERE value LIKE '%example/token%77%'").get()
  const ms = performance.now() - started
  database.close()
  return ms
}

async function heldBySearches(thread: HistoryThread): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let search = 0; search < 20; search += 1) await thread.search({ ...searched, text: `example ${search}` })
  delay.disable()
  return delay.max / 1e6
}

let appendedSoFar = 0
const atOnce = 100

/** Of one that is newer than all, of as many as can be timed. */
function appended({ exchanges }: Workspace): number {
  const started = performance.now()
  for (let number = 0; number < atOnce; number += 1) {
    exchanges.add(exchangeOf(fullHistory + (appendedSoFar += 1)))
  }
  return (performance.now() - started) / atOnce
}
