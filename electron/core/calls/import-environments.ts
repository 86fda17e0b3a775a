import { setImmediate as pause } from 'node:timers/promises'
import { importMaxCharacters, type Api } from '../../contract/calls.ts'
import type { ImportChoice, ImportReading, ImportResult } from '../../contract/sharing.ts'
import { secretNameSchema } from '../../contract/secret.ts'
import type { ReadFile } from '../importing/read-environments.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { forgetSession } from '../environment/forget.ts'
import { recordEvent } from './audit.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'
import { storeCarried } from '../importing/included-secrets.ts'
import { idOf, type Step, stepsOf, take } from '../importing/apply.ts'
import { type Progress, readText, sealedReading, standingOf, unseal } from '../importing/reading.ts'
import { itemOf, meetings } from '../importing/match.ts'
import { type Applied, beforeOf, dataKeyOf, obstacleOf, putBack, putBackSession, stateOf } from '../importing/undo.ts'
import { errorMessage } from '../error-message.ts'

type ImportCalls = Pick<Api<CallContext>, 'readImport' | 'openImport' | 'applyImport' | 'undoImport'>

interface Pending {
  fileName: string
  progress: Exclude<Progress, { kind: 'refused' }>
}

/** Files that are read and not applied, and imports that can be undone, that are remembered. */
const most = { pending: 5, applied: 20 }

/** Environments that are compared between two breaths. */
const atOnce = 20

/** Takes environments from files of others. Reading changes nothing; applying is one transaction that can be undone. */
export function importCalls(core: CoreContext): ImportCalls {
  const { ports } = core
  const pending = new Map<string, Pending>()
  const applied = new Map<string, Applied>()
  const gone = 'It is not there any more. Read the file again.'

  /** Tells the window how far a file could be read, and remembers it under its id. */
  const tell = async (importId: string, fileName: string, progress: Progress): Promise<ImportReading> => {
    if (progress.kind === 'refused') return { kind: 'refused', fileName, message: progress.message }
    remember(pending, importId, { fileName, progress }, most.pending)
    if (progress.kind === 'sealed') return sealedReading(importId, fileName, progress)
    return preview(core, importId, fileName, progress.file, progress.carried)
  }

  return {
    readImport: async ({ text, fileName }) => {
      try {
        const title = 'Import environments'
        const given = text === null ? await ports.openFile(title, importMaxCharacters) : { name: fileName, text }
        if (given === null) return { kind: 'cancelled' }
        return await tell(ports.newId(), given.name, await readText(core, given.text))
      } catch (error) {
        return { kind: 'refused', fileName, message: `${errorMessage(error)}. Nothing was imported.` }
      }
    },

    openImport: async ({ importId, passphrase }) => {
      const found = pending.get(importId)
      if (found === undefined) return { kind: 'refused', fileName: '', message: gone }
      const { fileName, progress } = found
      if (progress.kind === 'open') return tell(importId, fileName, progress)
      const { file, armor } = progress
      if (passphrase === null && file !== null) return preview(core, importId, fileName, file, {})
      const opened = await unseal(core, file, armor, passphrase)
      // What does not open leaves what was read, so that another passphrase can be tried.
      return tell(importId, fileName, opened)
    },

    applyImport: async ({ importId, choices }) => {
      const found = pending.get(importId)
      const { progress } = found ?? {}
      if (found === undefined || progress === undefined) return { kind: 'refused', message: gone }
      const { file } = progress
      if (file === null) return { kind: 'refused', message: 'It is encrypted: open it with its passphrase first.' }
      const carried = progress.kind === 'open' ? progress.carried : {}
      // Nobody applies it twice.
      pending.delete(importId)
      const { result, undo } = await apply(core, importId, found.fileName, file, carried, choices)
      if (undo === null) remember(pending, importId, found, most.pending)
      else remember(applied, importId, undo, most.applied)
      return result
    },

    undoImport: async ({ importId }) => {
      const undo = applied.get(importId)
      if (undo === undefined) return { kind: 'refused', message: 'This import cannot be undone any more.' }
      const obstacle = obstacleOf(core, undo)
      if (obstacle !== null) return { kind: 'refused', message: obstacle }
      try {
        ports.workspace.transaction(() => {
          putBack(core, undo)
          recordEvent(ports, 'import_undone', null, {
            added: String(undo.added.length),
            replaced: String(undo.replaced.length),
          })
        })
      } catch (error) {
        return { kind: 'refused', message: `${errorMessage(error)}. Nothing was undone.` }
      }
      putBackSession(core, undo)
      applied.delete(importId)
      notify(core)
      if (undo.pinned !== null) ports.notify({ kind: 'sharing_keys_changed' })
      return { kind: 'undone' }
    },
  }
}

function remember<Value>(map: Map<string, Value>, id: string, value: Value, most: number): void {
  map.delete(id)
  map.set(id, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

async function preview(
  core: CoreContext,
  importId: string,
  fileName: string,
  file: ReadFile,
  carried: CarriedByEnvironment,
): Promise<ImportReading> {
  const meet = meetings(core, carried)
  const items = []
  for (const [index, read] of file.environments.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    items.push(itemOf(core, read, meet(read), carried))
  }
  const signature = standingOf(core, file)
  return { kind: 'preview', importId, fileName, items, signature, unknown: file.unknown }
}

async function apply(
  core: CoreContext,
  importId: string,
  fileName: string,
  file: ReadFile,
  carried: CarriedByEnvironment,
  choices: readonly ImportChoice[],
): Promise<{ result: ImportResult; undo: Applied | null }> {
  const refused = (message: string) => ({ result: { kind: 'refused', message } as const, undo: null })
  const signature = standingOf(core, file)
  if (signature.kind === 'invalid') return refused(`${signature.reason} Nothing was imported. Ask for the file again.`)
  const planned = stepsOf(core, file.environments, meetings(core, carried), choices)
  if (!planned.ok) return refused(`${planned.message} Nothing was imported.`)
  const steps = planned.steps.filter((step): step is Exclude<Step, { kind: 'keep' }> => step.kind !== 'keep')
  const namesOf = (id: string) => secretNameSchema.options.filter((name) => carried[id]?.[name] !== undefined)
  const replaced = steps.flatMap((step) =>
    step.kind === 'replace' ? [beforeOf(core, step.existing, namesOf(step.read.id))] : [],
  )
  const added = steps.flatMap((step) => (step.kind === 'add' ? [step.id] : []))
  const pinned = signature.kind === 'new_author' ? (file.signature?.publicKey ?? null) : null
  const dataKey = dataKeyOf(core)
  try {
    core.ports.workspace.transaction(() => {
      for (const step of steps) take(core, step)
      if (pinned !== null && signature.kind === 'new_author')
        core.ports.workspace.contacts.put('author', { key: pinned, name: signature.name })
      const counts = { added: String(added.length), replaced: String(replaced.length) }
      recordEvent(core.ports, 'imported', null, { file: fileName, ...counts, signature: signature.kind })
    })
  } catch (error) {
    return refused(`${errorMessage(error)}. Nothing was imported.`)
  }
  for (const id of added) forgetSession(core.session, id)
  const notStored = await storeCarried(core, steps, carried)
  const after = new Map<string, string>()
  for (const [index, step] of steps.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    after.set(idOf(step), stateOf(core, idOf(step)) ?? '')
  }
  notify(core)
  if (pinned !== null) core.ports.notify({ kind: 'sharing_keys_changed' })
  return {
    result: {
      kind: 'applied',
      importId,
      added,
      replaced: replaced.map(({ environment }) => environment.id),
      kept: planned.steps.length - steps.length,
      notStored,
    },
    undo: { added, replaced, pinned, after, dataKey },
  }
}

const notify = ({ ports }: CoreContext) => ports.notify({ kind: 'environments_changed' })
