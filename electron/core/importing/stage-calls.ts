import { setImmediate as pause } from 'node:timers/promises'
import type { ApiCall } from '../../contract/api-call.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import type { Row } from '../workspace/tables/checked-table.ts'
import { addedBy, callsOf, type Doing, idsOf, type PreparedStep } from './apply.ts'
import { distinctServers } from './call-servers.ts'
import { replacedCalls, type ReplacedCalls } from './replaced-calls.ts'

type PrepareDeps = Pick<Ports, 'newId' | 'now'> & WithWorkspace<'environments' | 'apiCalls' | 'workspaceVariables'>

/** Calls that are written or deleted between two breaths. */
const atOnce = 500
/** Calls that one transaction adds at most without keeping others waiting. */
const fewCalls = 1000

/**
 * Finds out and writes beforehand what takes time, so that the transaction is short. Where many calls come, new environments are
 * written set aside, in steps: nobody sees them before the transaction shows them all, and where that never comes they are erased.
 */
export async function prepareSteps(deps: PrepareDeps, steps: readonly Doing[]): Promise<PreparedStep[]> {
  const { environments, apiCalls } = deps.workspace
  const isMuch = steps.reduce((sum, { read }) => sum + read.calls.length, 0) > fewCalls
  const ids = new Set<string>()
  const prepared: PreparedStep[] = []
  let position = apiCalls.lastPosition()
  for (const [index, step] of steps.entries()) {
    if (index % 20 === 19) await pause()
    const servers = await serversOf(deps, step)
    const replaced = step.kind === 'replace' ? await replacedOf(deps, step, position) : nothingReplaced
    const isStaged = isMuch && step.kind === 'add'
    if (isStaged) environments.add(addedBy(step), deps.now())
    const rows: Row[] = []
    const leaving = new Set(idsOf(replaced.gone))
    const isFree = (id: string): boolean => !ids.has(id) && (leaving.has(id) || !apiCalls.has(id))
    if (step.kind === 'replace')
      for (const [at, { call, position: place }] of replaced.added.entries()) {
        if (at % atOnce === atOnce - 1) await pause()
        const id = isFree(call.id) ? call.id : deps.newId()
        ids.add(id)
        rows.push(apiCalls.sealed({ ...call, id }, place))
        position = Math.max(position, place)
      }
    else
      for (const calls of portions(callsOf(step))) {
        if (position > 0 && calls.length === atOnce) await pause()
        const some = apiCalls.prepared(calls, position, isFree, deps.newId)
        position += some.length
        for (const id of idsOf(some)) ids.add(id)
        if (isStaged) apiCalls.insertAll(some)
        else for (const row of some) rows.push(row)
      }
    prepared.push({ step, ...servers, isStaged, rows, replaced })
  }
  return prepared
}

const nothingReplaced: ReplacedCalls = { added: [], before: [], after: [], gone: [] }

async function replacedOf(
  deps: PrepareDeps,
  step: Extract<Doing, { kind: 'replace' }>,
  position: number,
): Promise<ReplacedCalls> {
  const stored = await rowsOf(deps, step.existing.id)
  return replacedCalls(stored, callsOf(step), deps.workspace.apiCalls, position)
}

function* portions(calls: readonly ApiCall[]): Generator<ApiCall[], void> {
  for (let from = 0; from < calls.length; from += atOnce) yield calls.slice(from, from + atOnce)
}

/** The calls of an environment as they are stored, read some at a time. */
async function rowsOf({ workspace: { apiCalls } }: PrepareDeps, environmentId: string): Promise<Row[]> {
  const all: Row[] = []
  for (let position = Number.MIN_SAFE_INTEGER; ;) {
    const rows = apiCalls.rowsBehind(environmentId, position, atOnce)
    for (const row of rows) all.push(row)
    const last = rows.at(-1)?.['position']
    if (rows.length < atOnce || typeof last !== 'number') return all
    position = last
    await pause()
  }
}

async function serversOf(
  { workspace: { apiCalls, workspaceVariables } }: PrepareDeps,
  step: Doing,
): Promise<Pick<PreparedStep, 'before' | 'after'>> {
  const ofWorkspace = workspaceVariables.list()
  const existing = step.kind === 'add' ? null : step.existing
  const here = existing === null ? [] : apiCalls.urls(existing.id)
  const before = existing === null ? [] : await distinctServers(here, existing.value.variables, ofWorkspace)
  const urls = step.read.calls.map(({ url }) => url)
  const after = await distinctServers(urls, step.read.value.variables, ofWorkspace)
  return { before, after: step.kind === 'extend' ? [...before, ...after] : after }
}

/** Erases environments that are set aside, and in steps their calls. */
export async function eraseAside(
  { workspace: { environments, apiCalls } }: WithWorkspace<'environments' | 'apiCalls'>,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    // Somebody may have one with its id again.
    if (environments.has(id)) continue
    while (apiCalls.deleteSome(id, atOnce)) await pause()
    environments.erase(id)
  }
}
