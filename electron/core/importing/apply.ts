import { freeName } from '../../common/free-name.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import type { ImportChoice } from '../../contract/sharing.ts'
import { variablesSchema } from '../../contract/variable.ts'
import { mostImported } from '../../vocabulary/import-formats.ts'
import { preservedOf, treeOf } from '../shared-file/preserved-members.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import type { EditedFile } from './edits/edited-file.ts'
import { extension } from './edits/extend.ts'
import type { ReadEnvironment } from './read-environments.ts'
import type { ReplacedCalls } from './replaced-calls.ts'
import type { Row } from '../workspace/tables/checked-table.ts'
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

type ApplyStepDeps = WithWorkspace<'environments' | 'apiCalls' | 'secretBindings' | 'fromFiles' | 'workspaceVariables'>

const byName = new Intl.Collator('en')

/** What to do, before anything is done, with the secrets that come along; or why it cannot be. New ones come in the order of their names. */
export function planImport(
  deps: Pick<Ports, 'newId'> & WithWorkspace<'environments' | 'apiCalls' | 'workspaceVariables'>,
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
    const free = names.has(name) ? importedName(name, names) : name
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
      const ofWorkspace = deps.workspace.workspaceVariables.list()
      const extended = extension(existing, read, carried[read.id] ?? {}, ofWorkspace)
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

/** A step with what takes time to find out. */
export interface PreparedStep {
  step: Doing
  /** URLs of calls that say where they go, before and after. */
  before: readonly string[]
  after: readonly string[]
  /** Its calls are there already, in the environment that was set aside. */
  isStaged: boolean
  /** The calls that come, as they are written, where they are not there yet. */
  rows: readonly Row[]
  /** Of the calls that a replaced environment has, those that go, and those that change. */
  replaced: Pick<ReplacedCalls, 'gone' | 'before' | 'after'>
}
export type Doing = Exclude<Step, { kind: 'keep' }>

/** What a step did to calls, to take it back. */
export interface CallsChanged {
  added: readonly string[]
  taken: readonly Row[]
  /** As they were. */
  changed: readonly Row[]
}

/**
 * Does it, within a transaction that is under way. Secrets are left as they are, and so is where and how they may be sent,
 * but for those that come from somewhere else now.
 */
export function applyStep(
  deps: ApplyStepDeps,
  { step, before, after, isStaged, rows, replaced }: PreparedStep,
): CallsChanged {
  const { environments, apiCalls } = deps.workspace
  const { read } = step
  const bindTo = (id: string, known: EnvironmentInput | null, value: EnvironmentInput) =>
    bindImport(deps.workspace, id, known && { value: known, callUrls: before }, { value, callUrls: after })
  switch (step.kind) {
    case 'add': {
      const { id } = step
      const value = valueOf(step)
      if (isStaged) environments.restore(id)
      else environments.add(addedBy(step))
      bindTo(id, null, value)
      break
    }
    case 'extend': {
      const { existing } = step
      environments.update(existing.id, read.value)
      bindTo(existing.id, existing.value, read.value)
      break
    }
    case 'replace': {
      const { existing } = step
      const declared = new Set([...preservedOf(existing.unknown).declaredSecrets, ...read.preserved.declaredSecrets])
      environments.update(existing.id, read.value)
      bindTo(existing.id, existing.value, read.value)
      environments.keepUnknown(existing.id, treeOf({ ...read.preserved, declaredSecrets: [...declared] }))
      apiCalls.deleteAll(idsOf(replaced.gone))
      apiCalls.updateAll(replaced.after)
    }
  }
  apiCalls.insertAll(rows)
  return { added: idsOf(rows), taken: replaced.gone, changed: replaced.before }
}

export const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id))

const valueOf = ({ read, name }: Extract<Step, { kind: 'add' }>): EnvironmentInput => ({ ...read.value, name })

/** The environment that a step adds. */
export const addedBy = (step: Extract<Step, { kind: 'add' }>): StoredEnvironment => ({
  id: step.id,
  builtIn: false,
  value: valueOf(step),
  unknown: treeOf(step.read.preserved),
})

/** The calls of a step, in its environment. */
export function callsOf(step: Doing): ApiCall[] {
  const environmentId = idOf(step)
  return step.read.calls.map((call) => ({ ...call, environmentId }))
}

/** The environment in the workspace that a step is about. */
export const idOf = (step: Doing): string => (step.kind === 'add' ? step.id : step.existing.id)

function importedName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.slice(0, 180).replace(/ \(imported(?: \d+)?\)$/, '')
  return freeName(
    `${stem} (imported)`,
    (one) => taken.has(one),
    (count) => `${stem} (imported ${count})`,
  )
}
