import { setImmediate as pause } from 'node:timers/promises'
import type { ImportEdits } from '../../contract/import-edits.ts'
import type { ImportNote } from '../../contract/import-note.ts'
import type { Variable } from '../../contract/variable.ts'
import type { ImportReading } from '../../contract/sharing.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { type EditedFile, editedFile } from './edits/edited-file.ts'
import { extension } from './edits/extend.ts'
import { itemOf, type Match, type MatchDeps, matcher } from './match.ts'
import type { ReadEnvironment, ReadFile } from './read-environments.ts'
import { signatureOf } from './reading.ts'

export type PreviewDeps = MatchDeps & WithWorkspace<'environments' | 'contacts'>

/** Environments that are compared between two breaths. */
const atOnce = 20

/** What an import would do, for the window. Nothing is changed. */
export async function previewImport(
  deps: PreviewDeps,
  importId: string,
  fileName: string,
  file: ReadFile,
  carried: CarriedByEnvironment,
  edits: ImportEdits,
): Promise<ImportReading> {
  const edited = await editedFile(file, carried, edits)
  const meet = matcher(deps, edited)
  const typed = new Map(Object.entries(edits.settings))
  const items = []
  for (const [index, read] of edited.environments.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    items.push(await itemOf(deps, read, meet(read), edited, typed.get(read.id) ?? {}))
  }
  const signature = signatureOf(deps, file)
  const { unknown, sources } = file
  const notes = [...file.notes, ...renamedVariables(edited, meet, deps.workspace.workspaceVariables.list())]
  const values = new Map(Object.entries(edits.variables))
  const valuesNeeded = file.valuesNeeded.map((name) => ({ name, value: values.get(name) ?? '' }))
  const hasSharedCalls = haveSameCalls(file.environments)
  return {
    kind: 'preview',
    importId,
    fileName,
    items,
    signature,
    unknown,
    sources,
    notes,
    valuesNeeded,
    hasSharedCalls,
    edits,
  }
}

/** What calls that go into an environment that is here call a variable, where that has one of the same name. */
function renamedVariables(
  { environments, carried, leftOut }: EditedFile,
  meet: (read: ReadEnvironment) => Match,
  ofWorkspace: readonly Variable[],
): ImportNote[] {
  return environments.flatMap((read) => {
    const { status, existing } = leftOut.has(read.id) ? { status: null, existing: null } : meet(read)
    if (status !== 'into_existing' || existing === null) return []
    return extension(existing, { ...read, calls: [] }, carried[read.id] ?? {}, ofWorkspace).renamed.map((evidence) => ({
      fact: { code: 'variable_renamed', evidence },
      place: { file: '', line: null, pointer: null },
      call: '',
    }))
  })
}

function haveSameCalls([first, ...others]: readonly ReadEnvironment[]): boolean {
  const ids = first?.calls.map(({ id }) => id) ?? []
  return (
    others.length > 0 &&
    others.every(({ calls }) => calls.length === ids.length && calls.every(({ id }, index) => id === ids[index]))
  )
}
