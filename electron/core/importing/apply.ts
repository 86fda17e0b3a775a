import type { ApiCall } from '../../contract/api-call.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import type { ImportChoice } from '../../contract/sharing.ts'
import { variablesSchema } from '../../contract/variable.ts'
import { mostImported } from '../../vocabulary/import-formats.ts'
import { preservedOf, treeOf } from '../shared-file/preserved-members.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import type { EditedFile } from './edits/edited-file.ts'
import { extension } from './edits/extend.ts'
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
  /** Adds calls to an environment that is here; `read` has its settings, and the variables that they need. */
  | { kind: 'extend'; read: ReadEnvironment; existing: StoredEnvironment }

type ApplyStepDeps = Pick<Ports, 'newId'> &
  WithWorkspace<'environments' | 'apiCalls' | 'secretBindings' | 'fromFiles' | 'workspaceVariables'>

const byName = new Intl.Collator('en')

/** What to do, before anything is done, with the secrets that come along; or why it cannot be. New ones come in the order of their names. */
export function planImport(
  deps: Pick<Ports, 'newId'> & WithWorkspace<'environments' | 'apiCalls'>,
  { environments, carried, faults, leftOut, targets }: EditedFile,
  meet: (read: ReadEnvironment) => Match,
  choices: readonly ImportChoice[],
): { ok: true; steps: readonly Step[]; carried: CarriedByEnvironment } | { ok: false; problem: ImportProblem } {
  const refused = (problem: ImportProblem) => ({ ok: false, problem }) as const
  const choiceOf = new Map(choices.map(({ id, choice }) => [id, choice]))
  const names = new Set(deps.workspace.environments.list().map(({ value }) => value.name))
  const ordered = environments.filter(({ id }) => !leftOut.has(id))
  ordered.sort((one, other) => byName.compare(one.value.name, other.value.name) || (one.id < other.id ? -1 : 1))
  // One that was deleted can still be restored, with its secrets.
  const freeId = (id: string) => (deps.workspace.environments.isTaken(id) ? deps.newId() : id)
  const add = (read: ReadEnvironment): Step => {
    const { name } = read.value
    const free = names.has(name) ? freeName(name, names) : name
    names.add(free)
    return { kind: 'add', read, id: freeId(read.id), name: free }
  }
  const steps: Step[] = []
  const secrets: CarriedByEnvironment = { ...carried }
  const changed = new Map<string, StoredEnvironment>()
  for (const read of ordered) {
    const { status, existing } = meet(read)
    const step = stepOf(read, status, existing, choiceOf)
    if (typeof targets.get(read.id) === 'string' && status === 'no_target')
      return refused({ code: 'target_missing', evidence: {} })
    const [fault] = step === 'keep' ? [] : (faults.get(read.id) ?? [])
    if (fault !== undefined) return refused({ code: 'setting_invalid', evidence: { name: read.value.name, ...fault } })
    if (step === 'keep') steps.push({ kind: 'keep' })
    else if (step === 'add' || existing === null) steps.push(add(read))
    else if (step === 'replace') {
      if (existing.builtIn) return refused({ code: 'built_in', evidence: { name: existing.value.name } })
      if (changed.has(existing.id)) return refused({ code: 'replaced_twice', evidence: { name: existing.value.name } })
      changed.set(existing.id, existing)
      steps.push({ kind: 'replace', read, existing })
    } else {
      if (changed.has(existing.id)) return refused({ code: 'replaced_twice', evidence: { name: existing.value.name } })
      changed.set(existing.id, existing)
      const extended = extension(existing, read, carried[read.id] ?? {})
      const problem = tooMuch(deps, existing, extended.read)
      if (problem !== null) return refused(problem)
      secrets[read.id] = extended.secrets
      steps.push({ kind: 'extend', read: extended.read, existing })
    }
  }
  return { ok: true, steps, carried: secrets }
}

function stepOf(
  { id }: ReadEnvironment,
  status: Match['status'],
  existing: StoredEnvironment | null,
  choices: ReadonlyMap<string, ImportChoice['choice']>,
): Step['kind'] {
  if (status === 'into_existing') return 'extend'
  if (status === 'no_target' || status === 'unchanged') return 'keep'
  const choice = existing === null ? 'both' : (choices.get(id) ?? 'keep')
  return choice === 'both' ? 'add' : choice
}

/** Why an environment cannot take these calls and variables; null when it can. */
function tooMuch(
  { workspace }: WithWorkspace<'apiCalls'>,
  { id, value: { name } }: StoredEnvironment,
  { value, calls }: ReadEnvironment,
): ImportProblem | null {
  if (calls.length + workspace.apiCalls.count(id) > mostImported.calls)
    return { code: 'too_many_calls', evidence: { most: mostImported.calls } }
  const message = variablesSchema.safeParse(value.variables).error?.issues[0]?.message
  return message === undefined ? null : { code: 'setting_invalid', evidence: { name, field: 'variables', message } }
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
    case 'extend': {
      const { read, existing } = step
      const callUrls = urlsOf(apiCalls.list(existing.id))
      environments.update(existing.id, read.value)
      const after = { value: read.value, callUrls: [...callUrls, ...urlsOf(read.calls)] }
      bindImport(deps.workspace, existing.id, { value: existing.value, callUrls }, after)
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
