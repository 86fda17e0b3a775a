import type { ImportNote } from '../../../../contract/import-note.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Importer } from '../importer.ts'
import { draftsOf } from './draft.ts'
import { isExport4, isModelFile, workspacesOfExport, workspacesOfModelFiles } from './export-4.ts'
import { isExport5, workspaceOfFile } from './export-5.ts'
import type { Workspace } from './workspace.ts'

/**
 * Exports of Insomnia: version 2 to 4 as a list of resources, version 5 as a tree, in JSON or YAML, and the folder of models
 * that its synchronization with Git keeps. @see https://github.com/Kong/insomnia, packages/insomnia/src/common
 */
export const insomniaImporter: Importer = {
  claim: (files) => files.filter((file) => isExport4(file) || isExport5(file) || isModelFile(file) || isDamaged(file)),
  read: (files) => {
    const damaged = files.find(isDamaged)
    if (damaged !== undefined) throw notReadable(damaged)
    const models = files.filter((file) => !isExport4(file) && !isExport5(file))
    return [
      ...files.filter((file) => !models.includes(file)).flatMap(ofFile),
      ...drafts(models, workspacesOfModelFiles),
    ]
  },
}

/** An export in YAML that was cut short, or is broken: its lines look like a file of variables. */
const isDamaged = ({ faultLine, text }: ParsedFile): boolean =>
  faultLine !== null && /^(?:__export_format:|type: *["']?\w{1,40}\.insomnia\.rest\/)/m.test(text.slice(0, 20_000))

const notReadable = ({ path, faultLine }: ParsedFile): ImportRefused =>
  new ImportRefused({ code: 'text_invalid', evidence: { format: 'insomnia', file: path, line: faultLine ?? 0 } })

const ofFile = (file: ParsedFile): ImportDraft[] =>
  isExport5(file) ? workspaceOfFile(file).flatMap(draftsOf) : drafts(file, workspacesOfExport)

/** What the list itself is noted for goes to its first workspace. */
function drafts<From>(from: From, workspaces: (from: From, notes: ImportNote[]) => Workspace[]): ImportDraft[] {
  const notes: ImportNote[] = []
  const [first, ...others] = workspaces(from, notes).flatMap(draftsOf)
  return first === undefined ? [] : [{ ...first, notes: [...notes, ...first.notes] }, ...others]
}
