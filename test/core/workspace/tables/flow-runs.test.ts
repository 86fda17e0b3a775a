import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import type { DamagedEntry } from '../../../../electron/contract/damaged-entry.ts'
import { interrupted } from '../../../../electron/core/flow-run/interrupted.ts'
import { summaryOf } from '../../../../electron/core/flow-run/summary.ts'
import { backUp } from '../../../../electron/core/workspace/recovery/back-up.ts'
import { keepReadableRows } from '../../../../electron/core/workspace/recovery/repair-rows.ts'
import { openWorkspace, type Workspace } from '../../../../electron/core/workspace/workspace.ts'
import { flowRun, runningRun } from '../../flow-run/flow-run.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-flow-runs-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

function opened(environmentIds: readonly string[] = ['a1']): Workspace {
  const workspace = openWorkspace(file)
  for (const id of environmentIds) {
    if (!workspace.environments.isTaken(id))
      workspace.environments.add({ id, builtIn: false, value: { ...newEnvironment, name: id } })
  }
  return workspace
}

const put = ({ flowRuns }: Workspace, run: typeof flowRun) => flowRuns.put(run, summaryOf(run))

test('runs are listed newest first, by when they were begun and not by a clock that was set back', () => {
  const workspace = opened(['a1', 'a2'])
  put(workspace, { ...flowRun, id: 'first', startedAt: 9 })
  put(workspace, { ...flowRun, id: 'second', startedAt: 3 })
  put(workspace, { ...flowRun, id: 'other', environmentId: 'a2' })
  put(workspace, { ...flowRun, id: 'first', startedAt: 9, state: 'noted' })
  expect(workspace.flowRuns.list('a1')).toMatchObject([
    { id: 'second', state: 'passed' },
    { id: 'first', state: 'noted' },
  ])
  workspace.flowRuns.prune('a1', { runs: 1, characters: 1e9 })
  expect(workspace.flowRuns.list('a1').map(({ id }) => id)).toEqual(['second'])
  expect(workspace.flowRuns.list('a2')).toHaveLength(1)
  workspace.close()
})

test('of runs that a server made large fewer are kept, but always the newest', () => {
  const workspace = opened()
  const plan = { ...flowRun.plan, scope: 'x'.repeat(10_000) }
  for (const id of ['first', 'second', 'third']) put(workspace, { ...flowRun, id, plan })
  workspace.flowRuns.prune('a1', { runs: 9, characters: 25_000 })
  expect(workspace.flowRuns.list('a1').map(({ id }) => id)).toEqual(['third', 'second'])
  workspace.flowRuns.prune('a1', { runs: 9, characters: 5 })
  expect(workspace.flowRuns.list('a1').map(({ id }) => id)).toEqual(['third'])
  workspace.close()
})

test('a run comes back as it was kept, also after the workspace was opened again', () => {
  const kept = interrupted(runningRun)
  const before = opened()
  put(before, kept)
  before.close()
  const workspace = opened()
  expect(workspace.flowRuns.get('r1')).toEqual(kept)
  expect(workspace.flowRuns.list('a1')).toMatchObject([{ state: 'interrupted', stoppedAt: 'introspect', ms: null }])
  expect(workspace.flowRuns.get('none')).toBeNull()
  workspace.close()
})

test('runs go with their environment, and not before its deletion can no longer be undone', () => {
  const before = opened(['a1', 'a2'])
  put(before, flowRun)
  put(before, { ...flowRun, id: 'other', environmentId: 'a2' })
  before.environments.delete('a1', 1)
  before.environments.restore('a1')
  expect(before.flowRuns.list('a1')).toHaveLength(1)
  before.environments.delete('a1', 1)
  before.close()
  const workspace = opened(['a2'])
  expect(workspace.flowRuns.get('r1')).toBeNull()
  expect(workspace.flowRuns.list('a2')).toHaveLength(1)
  workspace.close()
})

test.for(['summary', 'value', 'started_at', 'environment_id'])(
  'a run whose %s was changed on the disk is named when it is read, and is left out; what can be read is kept',
  async (column) => {
    const before = opened(['a1', 'a2'])
    put(before, flowRun)
    put(before, { ...flowRun, id: 'r2' })
    before.close()
    const changed = column === 'started_at' ? '77' : `replace(${column}, 'a1', 'a2')`
    const given = column === 'value' || column === 'summary' ? `${column} || ' '` : changed
    const database = new DatabaseSync(file)
    database.exec(`UPDATE flow_runs SET ${column} = ${given} WHERE id = 'r1'`)
    database.close()
    const workspace = opened()
    const noticed: DamagedEntry[] = []
    workspace.onDamage((entries) => noticed.push(...entries))
    for (const id of ['a1', 'a2']) workspace.flowRuns.list(id)
    expect(workspace.flowRuns.get('r1')).toBeNull()
    expect(workspace.flowRuns.get('r2')?.id).toBe('r2')
    await new Promise((resolve) => setImmediate(resolve))
    expect(noticed).toMatchObject([{ kind: 'flow_run' }])
    workspace.close()
    expect(await backUp(file, 0)).toMatchObject({ kind: 'not_made', reason: { code: 'damaged' } })
    keepReadableRows(file, 0)
    const repaired = opened()
    expect(repaired.flowRuns.list('a1').map(({ id }) => id)).toEqual(['r2'])
    repaired.close()
  },
)
