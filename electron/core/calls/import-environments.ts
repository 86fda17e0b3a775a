import { noImportEdits } from '../../catalogue/no-import-edits.ts'
import { importTitle } from '../../wording/import/labels.ts'
import type { Api } from '../../contract/calls.ts'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import type { ImportEdits } from '../../contract/import-edits.ts'
import type { ImportGiven, ImportReading } from '../../contract/sharing.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { applyImport, undoImport } from '../importing/apply-import.ts'
import { previewImport } from '../importing/preview-import.ts'
import { readFolder } from '../importing/read-folder.ts'
import { readGiven } from '../importing/read-given.ts'
import { type ParsedImport, sealedReading, unseal } from '../importing/reading.ts'
import type { ImportFile } from '../importing/drafts/import-file.ts'
import type { Progress } from '../importing/thread-messages.ts'
import type { Applied } from '../importing/undo.ts'
import { oneAfterAnother } from '../one-after-another.ts'
import type { FolderTexts } from '../ports.ts'
import { remember } from '../remember.ts'
import { systemFailureOf } from '../system-failure.ts'

type ImportCalls = Pick<
  Api<CallContext>,
  'readImport' | 'openImport' | 'editImport' | 'listImportedCalls' | 'applyImport' | 'undoImport'
>

interface Pending {
  fileName: string
  edits: ImportEdits
  progress: Exclude<ParsedImport, { kind: 'refused' }>
}

/** Files that are read and not applied, and imports that can be undone, that are remembered. */
const most = { pending: 5, applied: 20 }

/** Takes environments from files of others. Reading changes nothing; applying is one transaction that can be undone. */
export function importCalls(core: CoreContext): ImportCalls {
  const pending = new Map<string, Pending>()
  const applied = new Map<string, Applied>()
  const inTurn = oneAfterAnother()
  const forgotten = { code: 'forgotten', evidence: {} } as const

  /** Tells the window how far a file could be read, and remembers it under its id. */
  const answer = async (
    importId: string,
    fileName: string,
    progress: ParsedImport,
    edits = noImportEdits,
  ): Promise<ImportReading> => {
    if (progress.kind === 'refused') return { kind: 'refused', fileName, reason: progress.problem }
    remember(pending, importId, { fileName, progress, edits }, most.pending)
    if (progress.kind === 'sealed') return sealedReading(importId, fileName, progress)
    return previewImport(core, importId, fileName, progress.file, progress.carried, edits)
  }

  const given = async (
    asked: ImportGiven,
  ): Promise<{ name: string; files: readonly ImportFile[]; folder?: FolderTexts } | null> => {
    switch (asked.kind) {
      case 'texts':
        return asked
      case 'choose_folder': {
        const folder = await core.openFolder(importTitle, importMaxCharacters)
        return folder === null ? null : { name: folder.name, files: folder.files, folder }
      }
      case 'choose_file': {
        const file = await core.openFile(importTitle, importMaxCharacters)
        return file === null ? null : { name: file.name, files: [{ path: file.name, text: file.text }] }
      }
    }
  }

  return {
    readImport: async (asked, { flowId, signal }) => {
      const fileName = asked.kind === 'texts' ? asked.name : ''
      try {
        const found = await given(asked)
        if (found === null) return { kind: 'cancelled' }
        const onProgress = (progress: Progress) => core.notify({ kind: 'import_progress', flowId, ...progress })
        const read =
          found.folder === undefined
            ? await readGiven(core, found.files, signal, onProgress)
            : await readFolder(core, found.folder, signal, onProgress)
        return read === null ? { kind: 'cancelled' } : await answer(core.newId(), found.name, read)
      } catch (error) {
        const failure = systemFailureOf(error)
        return { kind: 'refused', fileName, reason: { code: 'file_not_read', evidence: { failure } } }
      }
    },

    openImport: async ({ importId, passphrase }) => {
      const found = pending.get(importId)
      if (found === undefined) return { kind: 'refused', fileName: '', reason: forgotten }
      const { fileName, progress } = found
      if (progress.kind === 'open') return answer(importId, fileName, progress, found.edits)
      const { file, armor } = progress
      if (passphrase === null && file !== null) return previewImport(core, importId, fileName, file, {}, found.edits)
      const opened = await unseal(core, file, armor, passphrase)
      // What does not open leaves what was read, so that another passphrase can be tried.
      return answer(importId, fileName, opened)
    },

    editImport: async ({ importId, edits }) => {
      const found = pending.get(importId)
      if (found === undefined) return { kind: 'refused', fileName: '', reason: forgotten }
      return answer(importId, found.fileName, found.progress, edits)
    },

    listImportedCalls: async ({ importId, environmentId }) => {
      const environments = pending.get(importId)?.progress.file?.environments ?? []
      const calls = environments.find(({ id }) => id === environmentId)?.calls ?? []
      return calls.map(({ id, name, folder, method, url, authorization }) => ({
        id,
        name,
        folder,
        method,
        url,
        authorization,
      }))
    },

    applyImport: async ({ importId, choices }) => {
      const found = pending.get(importId)
      const { progress } = found ?? {}
      if (found === undefined || progress === undefined) return { kind: 'refused', reason: forgotten }
      const { file } = progress
      if (file === null) return { kind: 'refused', reason: { code: 'still_encrypted', evidence: {} } }
      const carried = progress.kind === 'open' ? progress.carried : {}
      // Nobody applies it twice.
      pending.delete(importId)
      return inTurn(async () => {
        const { result, undo } = await applyImport(core, importId, found.fileName, file, carried, found.edits, choices)
        if (undo === null) remember(pending, importId, found, most.pending)
        else remember(applied, importId, undo, most.applied)
        return result
      })
    },

    undoImport: ({ importId }) =>
      inTurn(async () => {
        const undo = applied.get(importId)
        if (undo === undefined) return { kind: 'refused', reason: forgotten }
        const obstacle = await undoImport(core, undo)
        if (obstacle !== null) return { kind: 'refused', reason: obstacle }
        applied.delete(importId)
        return { kind: 'undone' }
      }),
  }
}
