import { setImmediate as pause } from 'node:timers/promises'
import type { ImportEdits } from '../../contract/import-edits.ts'
import type { ImportProblem, UndoProblem } from '../../contract/import-problem.ts'
import type { ImportChoice, ImportResult } from '../../contract/sharing.ts'
import { secretNameSchema } from '../../contract/secret.ts'
import { type AuditDeps, recordEvent } from '../audit/record.ts'
import { recordEnvironment } from '../audit/record-environment.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'
import { forgetSession } from '../environment/forget.ts'
import type { Session } from '../session.ts'
import type { Ports } from '../ports.ts'
import { systemFailureOf } from '../system-failure.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { applyStep, type Doing, idOf, planImport, type PreparedStep } from './apply.ts'
import { editedFile } from './edits/edited-file.ts'
import { storeCarried } from './included-secrets.ts'
import { matcher } from './match.ts'
import type { PreviewDeps } from './preview-import.ts'
import type { ReadFile } from './read-environments.ts'
import { signatureOf } from './reading.ts'
import { eraseAside, prepareSteps } from './stage-calls.ts'
import {
  type Applied,
  dataKeyOf,
  type EnvironmentSnapshot,
  type ImportedState,
  obstacleOf,
  restore,
  restoreSession,
  snapshot,
  stateOf,
} from './undo.ts'

type UndoDeps = PreviewDeps &
  AuditDeps &
  Pick<Ports, 'notify' | 'now'> &
  WithWorkspace<'transaction' | 'dataKey'> & { session: Session }
type ApplyDeps = UndoDeps & WithSecretStore<'get' | 'set' | 'storage'>

/** Environments that are looked at between two breaths. */
const atOnce = 20

/** Takes what was chosen from a file: environments in one transaction, and then their secrets. */
export async function applyImport(
  deps: ApplyDeps,
  importId: string,
  fileName: string,
  file: ReadFile,
  carried: CarriedByEnvironment,
  edits: ImportEdits,
  choices: readonly ImportChoice[],
): Promise<{ result: ImportResult; undo: Applied | null }> {
  const refused = (reason: ImportProblem) => ({ result: { kind: 'refused', reason } as const, undo: null })
  const signature = signatureOf(deps, file)
  if (signature.kind === 'invalid') return refused({ code: 'signature_invalid', evidence: {} })
  const edited = await editedFile(file, carried, edits)
  const planned = planImport(deps, edited, matcher(deps, edited), choices)
  if (!planned.ok) return refused(planned.problem)
  const { carried: secrets } = planned
  const steps = planned.steps.filter((step): step is Doing => step.kind !== 'keep')
  const marks = new Map(steps.flatMap((step) => (step.kind === 'add' ? [] : [[step.existing.id, markOf(deps, step)]])))
  const aside = steps.flatMap((step) => (step.kind === 'add' ? [step.id] : []))
  const failed = async (problem: ImportProblem) => {
    // Where the disk fails here as well, the next start erases what is set aside.
    await eraseAside(deps, aside).catch(() => {})
    return refused(problem)
  }
  let prepared: readonly PreparedStep[]
  try {
    prepared = await prepareSteps(deps, steps)
    await pause()
  } catch (error) {
    return failed({ code: 'not_applied', evidence: { failure: systemFailureOf(error) } })
  }
  const changed = steps.find((step) => step.kind !== 'add' && markOf(deps, step) !== marks.get(step.existing.id))
  if (changed !== undefined) return failed({ code: 'changed_meanwhile', evidence: { name: changed.read.value.name } })
  const namesOf = (id: string) => secretNameSchema.options.filter((name) => secrets[id]?.[name] !== undefined)
  const added = steps.flatMap((step) => (step.kind === 'add' ? [step.id] : []))
  const idsOf = (kind: 'replace' | 'extend') => steps.flatMap((step) => (step.kind === kind ? [step.existing.id] : []))
  const pinned = signature.kind === 'new_author' ? (file.signature?.publicKey ?? null) : null
  const dataKey = dataKeyOf(deps)
  const replaced: EnvironmentSnapshot[] = []
  try {
    deps.workspace.transaction(() => {
      for (const one of prepared) {
        const { step } = one
        const before = step.kind === 'add' ? null : snapshot(deps, step.existing, namesOf(step.read.id))
        const calls = applyStep(deps, one)
        const value = deps.workspace.environments.get(idOf(step))?.value
        const earlier = step.kind === 'add' ? null : step.existing.value
        if (value !== undefined) recordEnvironment(deps, idOf(step), earlier, value, { from: 'file' })
        if (before !== null) replaced.push({ ...before, calls })
      }
      if (pinned !== null && signature.kind === 'new_author')
        deps.workspace.contacts.put('author', { key: pinned, name: signature.name })
      const counts = { added: String(added.length), replaced: String(replaced.length) }
      recordEvent(deps, 'imported', null, { file: fileName, ...counts, signature: signature.kind })
    })
  } catch (error) {
    return failed({ code: 'not_applied', evidence: { failure: systemFailureOf(error) } })
  }
  for (const id of added) forgetSession(deps.session, id)
  await pause()
  const notStored = await storeCarried(deps, steps, secrets)
  const after = new Map<string, ImportedState>()
  for (const [index, step] of steps.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const state = stateOf(deps, idOf(step))
    if (state !== null) after.set(idOf(step), state)
  }
  notifyOf(deps, { pinned })
  return {
    result: {
      kind: 'applied',
      importId,
      added,
      replaced: idsOf('replace'),
      extended: idsOf('extend'),
      kept: planned.steps.length - steps.length,
      notStored,
    },
    undo: { added, replaced, pinned, after, dataKey },
  }
}

/** Takes an import back, in one transaction; gives why it could not be done, or null. */
export async function undoImport(deps: UndoDeps, undo: Applied): Promise<UndoProblem | null> {
  const obstacle = obstacleOf(deps, undo)
  if (obstacle !== null) return obstacle
  try {
    deps.workspace.transaction(() => {
      restore(deps, undo)
      recordEvent(deps, 'import_undone', null, {
        added: String(undo.added.length),
        replaced: String(undo.replaced.length),
      })
    })
  } catch (error) {
    return { code: 'failed', evidence: { failure: systemFailureOf(error) } }
  }
  restoreSession(deps, undo)
  notifyOf(deps, undo)
  await eraseAside(deps, undo.added)
  return null
}

/** The same text for as long as the environment and its calls are as they were. */
function markOf({ workspace }: PreviewDeps, { existing: { id } }: Exclude<Doing, { kind: 'add' }>): string {
  return JSON.stringify([workspace.environments.get(id), workspace.apiCalls.fingerprint(id)])
}

function notifyOf({ notify }: Pick<Ports, 'notify'>, { pinned }: Pick<Applied, 'pinned'>): void {
  notify({ kind: 'environments_changed' })
  if (pinned !== null) notify({ kind: 'sharing_keys_changed' })
}
