import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createSealedStore } from '../../electron/core/secrets/sealed-store.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { gatheredCase } from '../support/gathered-case.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import type { Pair } from './pairs.ts'

/** Milliseconds. */
export interface ReviewFigures {
  /** Gathering the case of an environment among 1,000 with a secret each, beside 100,000 exchanges; the floor is what is allowed. */
  took: Pair<number>[]
  /** The longest that it holds main; the floor is a frame. */
  held: Pair<number>[]
}

const allowed = 1000
const frame = 16.7

/** `full` is the folder of a full workspace. */
export async function measureReview(full: string): Promise<ReviewFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-review-'))
  cpSync(full, folder, { recursive: true })
  const workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  const keyring = memoryKeyring()
  const figures: ReviewFigures = { took: [], held: [] }
  try {
    const { save } = createSealedStore({ workspace, keyring, now: Date.now })
    for (const { id } of workspace.environments.summaries()) {
      await save(id, [{ name: 'client_secret', value: `secret of ${id}`, keepOld: false }], () => true)
    }
    for (let run = 0; run < 7; run += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const started = performance.now()
      await gatheredCase({ workspace, keyring }, 'environment-7')
      figures.took.push({ floor: allowed, ours: performance.now() - started })
      delay.disable()
      figures.held.push({ floor: frame, ours: delay.max / 1e6 })
    }
    // The first starts the thread of the history.
    return { took: figures.took.slice(1), held: figures.held.slice(1) }
  } finally {
    workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
