import { setImmediate as pause } from 'node:timers/promises'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { addedBy, callsOf, type Doing, type PreparedStep } from './apply.ts'
import { distinctServers } from './call-servers.ts'

type PrepareDeps = Pick<Ports, 'newId' | 'now'> & WithWorkspace<'environments' | 'apiCalls' | 'workspaceVariables'>

/** Calls that are written or deleted between two breaths. */
const atOnce = 500
/** Calls that one transaction adds at most without keeping others waiting. */
const fewCalls = 1000

/**
 * Finds out beforehand what takes time, so that the transaction is short. Where many calls come, new environments are written set
 * aside, in steps: nobody sees them before the transaction shows them all, and where that never comes they are erased.
 */
export async function prepareSteps(deps: PrepareDeps, steps: readonly Doing[]): Promise<PreparedStep[]> {
  const isMuch = steps.reduce((sum, { read }) => sum + read.calls.length, 0) > fewCalls
  const prepared: PreparedStep[] = []
  for (const [index, step] of steps.entries()) {
    if (index % 20 === 19) await pause()
    const isStaged = isMuch && step.kind === 'add'
    prepared.push({ step, ...(await serversOf(deps, step)), isStaged })
    if (isStaged) await stage(deps, step)
  }
  return prepared
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

async function stage({ workspace, newId, now }: PrepareDeps, step: Extract<Doing, { kind: 'add' }>): Promise<void> {
  workspace.environments.add(addedBy(step), now())
  const calls = callsOf(step)
  for (let from = 0; from < calls.length; from += atOnce) {
    await pause()
    workspace.apiCalls.addMany(calls.slice(from, from + atOnce), newId)
  }
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
