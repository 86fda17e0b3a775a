import type { ImportNote } from '../../../../contract/import-note.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { Importer } from '../importer.ts'
import { draftOf } from './draft.ts'
import { isYaakExport, isYaakModel, workspacesOfExport, workspacesOfModels, type YaakWorkspace } from './models.ts'

/** Exports of Yaak of any schema, and the folder that it keeps in step. @see https://github.com/mountain-loop/yaak */
export const yaakImporter: Importer = {
  claim: (files) => files.filter((file) => isYaakExport(file) || isYaakModel(file)),
  read: (files) => [
    ...files.filter(isYaakExport).flatMap((file) => drafts(file, workspacesOfExport)),
    ...drafts(
      files.filter((file) => !isYaakExport(file)),
      workspacesOfModels,
    ),
  ],
}

/** What the list itself is noted for goes to its first workspace. */
function drafts<From>(from: From, workspaces: (from: From, notes: ImportNote[]) => YaakWorkspace[]): ImportDraft[] {
  const notes: ImportNote[] = []
  const [first, ...others] = workspaces(from, notes).map(draftOf)
  return first === undefined ? [] : [{ ...first, notes: [...notes, ...first.notes] }, ...others]
}
