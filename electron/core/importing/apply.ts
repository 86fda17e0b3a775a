import type { ApiCall } from '../../contract/api-call.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import type { ImportChoice } from '../../contract/sharing.ts'
import { preservedOf, treeOf } from '../shared-file/preserved-members.ts'
import type { ReadEnvironment } from './read-environments.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import type { Match } from './match.ts'
import { bindImport } from '../environment/bind-secrets.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'

/** What becomes of one environment of a file. */
export type Step =
  | { kind: 'keep' }
  | { kind: 'add'; read: ReadEnvironment; id: string; name: string }
  | { kind: 'replace'; read: ReadEnvironment; existing: StoredEnvironment }

type ApplyStepDeps = Pick<Ports, 'newId'> &
  WithWorkspace<'environments' | 'apiCalls' | 'secretBindings' | 'fromFiles' | 'workspaceVariables'>

const byName = new Intl.Collator('en')

/** What to do, before anything is done; or why it cannot be. New ones come in the order of their names. */
export function planImport(
  deps: Pick<Ports, 'newId'> & WithWorkspace<'environments'>,
  environments: readonly ReadEnvironment[],
  meet: (read: ReadEnvironment) => Match,
  choices: readonly ImportChoice[],
): { ok: true; steps: readonly Step[] } | { ok: false; problem: ImportProblem } {
  const choiceOf = new Map(choices.map(({ id, choice }) => [id, choice]))
  const names = new Set(deps.workspace.environments.list().map(({ value }) => value.name))
  const ordered = [...environments]
  ordered.sort((one, other) => byName.compare(one.value.name, other.value.name) || (one.id < other.id ? -1 : 1))
  // One that was deleted can still be restored, with its secrets.
  const freeId = (id: string) => (deps.workspace.environments.isTaken(id) ? deps.newId() : id)
  const steps: Step[] = []
  for (const read of ordered) {
    const { status, existing } = meet(read)
    const choice = existing === null ? 'both' : status === 'unchanged' ? 'keep' : (choiceOf.get(read.id) ?? 'keep')
    if (choice === 'keep') steps.push({ kind: 'keep' })
    else if (existing === null) steps.push({ kind: 'add', read, id: freeId(read.id), name: read.value.name })
    else if (choice === 'both') {
      const name = freeName(read.value.name, names)
      names.add(name)
      steps.push({ kind: 'add', read, id: freeId(read.id), name })
    } else if (existing.builtIn) {
      return { ok: false, problem: { code: 'built_in', evidence: { name: existing.value.name } } }
    } else if (steps.some((step) => step.kind === 'replace' && step.existing.id === existing.id)) {
      return { ok: false, problem: { code: 'replaced_twice', evidence: { name: existing.value.name } } }
    } else steps.push({ kind: 'replace', read, existing })
  }
  return { ok: true, steps }
}

/**
 * Does it, within a transaction that is under way. Secrets are left as they are, and so is where and how they may be sent,
 * but for those that come from somewhere else now.
 */
export function applyStep(deps: ApplyStepDeps, step: Step): void {
  const { environments, apiCalls } = deps.workspace
  switch (step.kind) {
    case 'keep':
      return
    case 'add': {
      const { read, id, name } = step
      const value = { ...read.value, name }
      environments.add({ id, builtIn: false, value, unknown: treeOf(read.preserved) })
      bindImport(deps.workspace, id, null, { value, callUrls: urlsOf(read.calls) })
      break
    }
    case 'replace': {
      const { read, existing } = step
      const declared = new Set([...preservedOf(existing.unknown).declaredSecrets, ...read.preserved.declaredSecrets])
      environments.update(existing.id, read.value)
      const before = { value: existing.value, callUrls: urlsOf(apiCalls.list(existing.id)) }
      bindImport(deps.workspace, existing.id, before, { value: read.value, callUrls: urlsOf(read.calls) })
      environments.keepUnknown(existing.id, treeOf({ ...read.preserved, declaredSecrets: [...declared] }))
      for (const { id } of apiCalls.list(existing.id)) apiCalls.delete(id)
    }
  }
  const environmentId = idOf(step)
  for (const call of step.read.calls) {
    putCall(deps, { ...call, environmentId })
  }
}

const urlsOf = (calls: readonly Pick<ApiCall, 'url'>[]) => calls.map(({ url }) => url)

/** A call of another environment may have the id, which is then not taken away from it. */
export function putCall(deps: Pick<Ports, 'newId'> & WithWorkspace<'apiCalls'>, call: ApiCall): void {
  const { apiCalls } = deps.workspace
  apiCalls.put({ ...call, id: apiCalls.get(call.id) === null ? call.id : deps.newId() })
}

/** The environment in the workspace that a step is about. */
export const idOf = (step: Exclude<Step, { kind: 'keep' }>): string =>
  step.kind === 'add' ? step.id : step.existing.id

function freeName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.slice(0, 180).replace(/ \(imported(?: \d+)?\)$/, '')
  let free = `${stem} (imported)`
  for (let count = 2; taken.has(free); count++) free = `${stem} (imported ${count})`
  return free
}
