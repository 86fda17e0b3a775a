import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { builtInEnvironments } from '../../electron/catalogue/built-in-environments.ts'
import type { FlowRun } from '../../electron/contract/flow.ts'
import { summaryOf } from '../../electron/core/flow-run/summary.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { startSandbox } from '../../electron/sandbox/start.ts'
import { maxFlowRuns } from '../../electron/vocabulary/flow.ts'
import { openFlowApi } from '../integration/flow-running.ts'
import type { Pair } from './pairs.ts'

/** What 200 kept runs of one environment may take, in kB: on the disk, and in memory where all of them are read. */
const allowed = 5000

export interface KeptRuns {
  disk: Pair<number>[]
  heap: Pair<number>[]
}

/** What as many runs as are kept of an environment take: each a whole proof of a revocation, the longest there is. */
export async function measureKeptRuns(): Promise<KeptRuns> {
  const run = await revocation()
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-runs-'))
  try {
    const file = path.join(folder, 'workspace.sqlite')
    const before = sizeWith(file, [])
    const runs = Array.from({ length: maxFlowRuns }, (_, number) => ({ ...run, id: `${run.id}-${number}` }))
    const disk = sizeWith(file, runs) - before
    return {
      disk: [{ floor: allowed, ours: disk / 1000 }],
      heap: [{ floor: allowed, ours: heapOf(file, runs) / 1000 }],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function revocation(): Promise<FlowRun> {
  const sandbox = await startSandbox()
  const opened = openFlowApi(sandbox.facts)
  try {
    const environmentId = 'sandbox'
    return await opened.run({
      environmentId,
      scenario: 'revoke',
      callId: await opened.callOf(environmentId, '/ledger'),
    })
  } finally {
    opened.close()
    await sandbox.close()
  }
}

/** Bytes of the file with these runs in it. */
function sizeWith(file: string, runs: readonly FlowRun[]): number {
  const workspace = openWorkspace(file)
  for (const environment of builtInEnvironments) {
    if (!workspace.environments.isTaken(environment.id)) workspace.environments.add(environment)
  }
  for (const run of runs) workspace.flowRuns.put(run, summaryOf(run))
  workspace.close()
  return statSync(file).size
}

/** Bytes of memory that all of them take when they are read. */
function heapOf(file: string, runs: readonly FlowRun[]): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  const used = () => {
    if (typeof collect === 'function') Reflect.apply(collect, null, [])
    return process.memoryUsage().heapUsed
  }
  const workspace = openWorkspace(file)
  const before = used()
  const read = runs.map(({ id }) => workspace.flowRuns.get(id))
  const bytes = used() - before
  workspace.close()
  if (read.includes(null)) throw new Error('A run was not kept.')
  return bytes
}
