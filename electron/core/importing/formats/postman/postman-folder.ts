import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { textNamed } from '../support/given.ts'
import { fileNameOf } from '../support/values.ts'
import type { ItemPlace } from './postman-collection.ts'
import { authOfFile, eventsOfFile, itemOfRequestFile, rowsOfFile } from './postman-folder-item.ts'

/** A collection that is a folder of files, as one of v2. */
export interface FolderCollection {
  collection: Members
  /** Where its definition is; without one, its first request. */
  file: ParsedFile
  placeOf: ReadonlyMap<unknown, ItemPlace>
}

interface Folder {
  name: string
  definition: ParsedFile | null
  requests: ParsedFile[]
  folders: Map<string, Folder>
}

const definitionPath = /(?:^|\/)\.resources\/definition\.ya?ml$/i

/**
 * `$kind: collection` in `.resources/definition.yaml` of a folder, `$kind: http-request` and the like in `*.request.yaml`, and
 * saved answers in `*.example.yaml`, which are not read.
 */
export const isOfFolder = ({ value, path }: ParsedFile): boolean =>
  isMembers(value) &&
  typeof memberNamed(value, '$kind') === 'string' &&
  (definitionPath.test(path) || /\.(?:request|example)\.ya?ml$/i.test(path))

/**
 * The collections of files that the Postman app keeps in a repository. The outermost folder with a definition is a
 * collection, those in it are folders. @throws {ImportRefused}
 */
export function folderCollections(files: readonly ParsedFile[]): FolderCollection[] {
  const root = newFolder('')
  for (const file of files) {
    if (/\.example\.ya?ml$/i.test(file.path)) continue
    const isDefinition = definitionPath.test(file.path)
    const steps = file.path.split('/').slice(0, isDefinition ? -2 : -1)
    if (steps.length > 2 * mostImported.depth)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    const folder = steps.reduce(folderWithin, root)
    if (isDefinition) folder.definition ??= file
    else folder.requests.push(file)
  }
  return outermost(root).flatMap(collectionOf)
}

const newFolder = (name: string): Folder => ({ name, definition: null, requests: [], folders: new Map() })

function folderWithin(folder: Folder, name: string): Folder {
  const known = folder.folders.get(name) ?? newFolder(name)
  folder.folders.set(name, known)
  return known
}

/** Folders with a definition or with requests, of which none is within another. */
const outermost = (folder: Folder): Folder[] =>
  folder.definition !== null || folder.requests.length > 0 ? [folder] : [...folder.folders.values()].flatMap(outermost)

function collectionOf(folder: Folder): FolderCollection[] {
  const placeOf = new Map<unknown, ItemPlace>()
  const item = itemsOf(folder, placeOf)
  const file = folder.definition ?? folder.requests[0]
  if (file === undefined) return []
  const definition = membersIn(folder.definition)
  const collection: Members = {
    ...groupOf(definition),
    info: { name: textNamed(definition, 'name') || folder.name, schema: '/v3.0.0/' },
    item,
  }
  return [{ collection, file, placeOf }]
}

const membersIn = (file: ParsedFile | null): Members => (file !== null && isMembers(file.value) ? file.value : {})

const groupOf = (definition: Members): Members => ({
  auth: authOfFile(definition),
  event: eventsOfFile(definition),
  variable: rowsOfFile(memberNamed(definition, 'variables')),
})

/** By their `order`; those without one come last, as they are listed. */
function itemsOf(folder: Folder, placeOf: Map<unknown, ItemPlace>): Members[] {
  const ordered: { order: number; item: Members }[] = []
  const add = (item: Members, file: ParsedFile | null) => {
    const order = Number(memberNamed(membersIn(file), 'order') ?? Infinity)
    ordered.push({ order: Number.isNaN(order) ? Infinity : order, item })
    if (file !== null) placeOf.set(item, { file, steps: [] })
  }
  for (const inner of folder.folders.values()) {
    const definition = membersIn(inner.definition)
    const name = textNamed(definition, 'name') || inner.name
    add({ ...groupOf(definition), name, item: itemsOf(inner, placeOf) }, inner.definition)
  }
  for (const file of folder.requests) {
    const request = membersIn(file)
    const name = fileNameOf(file.path).replace(/\.request\.ya?ml$/i, '')
    const isHttp = /^http-request$|^graphql/.test(textNamed(request, '$kind'))
    add(isHttp ? itemOfRequestFile(request, name) : { name, protocol: textNamed(request, '$kind') }, file)
  }
  return ordered
    .toSorted((one, other) => (one.order === other.order ? 0 : one.order - other.order))
    .map(({ item }) => item)
}
