import type { ImportNote } from '../../../../contract/import-note.ts'
import { memberNamed } from '../../../json/json-members.ts'
import type { DraftVariable, ImportDraft, VariableSet } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Importer } from '../importer.ts'
import { lastOfEach } from '../support/nearest-variables.ts'
import { textOf, titleOf } from '../support/values.ts'
import { readCollection } from './postman-collection.ts'
import { folderCollections, isOfFolder } from './postman-folder.ts'
import { fromOldCollection } from './postman-old-collection.ts'
import { documentsOf, type PostmanDocument } from './postman-documents.ts'
import { readVariables } from './postman-variables.ts'

/** Collections of v1, v2.0 and v2.1, folders of the Postman app, environments and globals. @see https://schema.postman.com/ */
export const postmanImporter: Importer = {
  claim: (files) =>
    files.filter((file) => file.syntax !== 'text' && (isOfFolder(file) || documentsOf(file).length > 0)),
  read: (files) => {
    const inFolders = folderCollections(files.filter(isOfFolder)).map(({ collection, file, placeOf }) =>
      readCollection(collection, file, [], placeOf),
    )
    const documents = files
      .filter((file) => !isOfFolder(file))
      .flatMap((file) => documentsOf(file).map((document) => ({ file, document })))
    const collections = documents.flatMap(({ file, document: { kind, value, steps } }) => {
      if (kind === 'collection') return [readCollection(value, file, steps)]
      if (kind !== 'old_collection') return []
      const old = fromOldCollection(value, { file, steps })
      return [readCollection(old.collection, file, steps, old.placeOf)]
    })
    const sets = documents.filter(({ document }) => document.kind === 'environment').map(setOf)
    const globals = documents.filter(({ document }) => document.kind === 'globals').map(setOf)
    return draftsOf([...collections, ...inFolders], sets, globals)
  },
}

interface NotedSet {
  set: VariableSet
  notes: readonly ImportNote[]
}

/** The name is that of the file where the environment has none. */
function setOf({ file, document: { value, steps } }: { file: ParsedFile; document: PostmanDocument }): NotedSet {
  const place = file.at(...steps)
  const { variables, notes } = readVariables(memberNamed(value, 'values'), file.at(...steps, 'values'))
  return { set: { name: textOf(memberNamed(value, 'name')) || titleOf(file.path), place, variables }, notes }
}

/** Every environment belongs to every collection; those without one are a draft of their own. */
function draftsOf(
  collections: readonly ImportDraft[],
  environments: readonly NotedSet[],
  globals: readonly NotedSet[],
): ImportDraft[] {
  const notes = [...environments, ...globals].flatMap((noted) => noted.notes)
  const shared = globals.flatMap(({ set }) => set.variables)
  const sets = environments.map(({ set }) => set)
  const [first, ...others] = collections
  if (first !== undefined)
    return [
      withSets({ ...first, notes: [...first.notes, ...notes] }, sets, shared),
      ...others.map((draft) => withSets(draft, sets, shared)),
    ]
  const variableSets = sets.length > 0 ? sets : globals.map(({ set }) => set)
  const draft: ImportDraft = {
    format: 'postman_environment',
    version: '',
    name: variableSets[0]?.name ?? '',
    clients: [],
    calls: [],
    variables: sets.length > 0 ? shared : [],
    variableSets,
    notes,
  }
  return [draft]
}

const withSets = (
  draft: ImportDraft,
  variableSets: readonly VariableSet[],
  shared: readonly DraftVariable[],
): ImportDraft => ({
  ...draft,
  variables: lastOfEach([...shared, ...draft.variables]),
  variableSets,
})
