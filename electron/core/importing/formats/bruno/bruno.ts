import type { ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers } from '../../../json/json-members.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Importer } from '../importer.ts'
import { isBru } from './bru/bru-blocks.ts'
import { draftOf } from './bruno-draft.ts'
import { type CollectionFiles, folderCollection } from './bruno-folder.ts'
import { exportedCollection, exportedEnvironments, isExported, isExportedEnvironment } from './exported.ts'
import { itemsAt, textAt, valueAt } from './values.ts'

/** Bruno: folders of .bru or YAML files, and exports. */
export const brunoImporter: Importer = {
  claim: (files) => {
    const roots = rootsOf(files)
    const isWithin = (path: string) => roots.some(({ root }) => path.startsWith(root))
    const isOfYaml = (path: string) =>
      roots.some(({ root, manifest }) => /\.ya?ml$/i.test(manifest?.path ?? '') && path.startsWith(root))
    const claimed = files.filter(
      (file) =>
        isManifest(file) ||
        isWhole(file) ||
        /\.bru$/i.test(file.path) ||
        (file.syntax === 'text' && isBru(file.text)) ||
        isExported(file.value) ||
        isExportedEnvironment(file.value) ||
        isItem(file.value) ||
        (/\.ya?ml$/i.test(file.path) && isOfYaml(file.path) && isOfCollection(file)),
    )
    if (claimed.length === 0) return []
    const dotenv = files.filter(({ path }) => baseOf(path).startsWith('.env') && isWithin(path))
    return [...claimed, ...dotenv.filter((file) => !claimed.includes(file))]
  },
  read: (files) => {
    const exported = files.filter(({ value }) => isExported(value))
    const environments = files.filter((file) => !exported.includes(file) && isExportedEnvironment(file.value))
    const others = files.filter((file) => !exported.includes(file) && !environments.includes(file))
    const folders = groupsOf(others).map(folderCollection)
    const damaged = folders.map((folder) => folder.damaged).find((place) => place !== null)
    const drafts = [
      ...exported.map((file) => draftOf(exportedCollection(file))),
      ...environments.map((file) => draftOf(exportedEnvironments(file))),
      ...folders.map(draftOf),
    ]
    if (damaged !== undefined && drafts.every(isEmpty)) throw new ImportRefused(unreadable(damaged))
    // A workspace may have no environments.
    const filled = drafts.filter((draft) => !isEmpty(draft) || draft.notes.length > 0)
    return filled.length === 0 ? drafts : filled
  },
}

const unreadable = ({ file, line }: ImportPlace): ImportRefused['problem'] => ({
  code: 'text_invalid',
  evidence: { format: 'bruno', file, line: line ?? 0 },
})

const isEmpty = ({ clients, calls, variables, variableSets }: ImportDraft): boolean =>
  [clients, calls, variables, variableSets].every((list) => list.length === 0)

const baseOf = (path: string): string => path.split('/').at(-1) ?? ''
const folderOf = (path: string): string => path.slice(0, path.length - baseOf(path).length)

const isBrunoJson = ({ path }: ParsedFile): boolean => baseOf(path) === 'bruno.json'

/** Of several collections; its environments hold for all of them. */
const isWorkspace = ({ path, value }: ParsedFile): boolean =>
  /^workspace\.ya?ml$/i.test(baseOf(path)) && textAt(value, 'info', 'type') === 'workspace'

/** What says that a folder is a collection. */
const isManifest = (file: ParsedFile): boolean =>
  isBrunoJson(file) || /^opencollection\.(?:ya?ml|json)$/i.test(baseOf(file.path)) || isWorkspace(file)

/** A collection that is one file, under any name. */
const isWhole = (file: ParsedFile): boolean => !isManifest(file) && textAt(file.value, 'opencollection') !== ''

/** A request or folder of OpenCollection without its collection. */
const isItem = (value: unknown): boolean =>
  isMembers(value) &&
  /^(?:http|graphql|grpc|websocket|folder)$/.test(textAt(value, 'info', 'type')) &&
  (['http', 'graphql', 'grpc', 'websocket', 'request'].some((name) => isMembers(valueAt(value, name))) ||
    itemsAt(value, 'items').length > 0)

/** In the folder of a collection may be files of other tools too. */
const isOfCollection = ({ value }: ParsedFile): boolean =>
  value === undefined ||
  value === null ||
  textAt(value, 'info', 'type') !== '' ||
  ['request', 'variables', 'http', 'script'].some((name) => valueAt(value, name) !== undefined)

type Root = Omit<CollectionFiles, 'files'>

/** The folders of collections, the innermost first. A collection.bru is one of them even where bruno.json is not given. */
function rootsOf(files: readonly ParsedFile[]): Root[] {
  const roots = new Map<string, Root>()
  const manifests = files.filter(isManifest)
  // Where a folder has both, the newer form counts.
  for (const manifest of manifests.toSorted((a, b) => Number(isBrunoJson(b)) - Number(isBrunoJson(a))))
    roots.set(folderOf(manifest.path), { root: folderOf(manifest.path), manifest })
  for (const { path } of files.filter((file) => baseOf(file.path) === 'collection.bru')) {
    const root = folderOf(path)
    if (!roots.has(root)) roots.set(root, { root, manifest: null })
  }
  return [...roots.values()].toSorted((a, b) => b.root.length - a.root.length)
}

function groupsOf(files: readonly ParsedFile[]): CollectionFiles[] {
  const roots = rootsOf(files)
  const groups = Map.groupBy(
    files.filter((file) => !isManifest(file) && !isWhole(file)),
    ({ path }) => roots.find(({ root }) => path.startsWith(root)) ?? null,
  )
  const rest = groups.get(null) ?? []
  return [
    ...files.filter(isWhole).map((manifest) => ({ root: folderOf(manifest.path), manifest, files: [] })),
    ...roots.map((root) => Object.assign({ files: groups.get(root) ?? [] }, root)),
    ...(rest.length === 0 ? [] : [{ root: commonFolder(rest), manifest: null, files: rest }]),
  ]
}

/** What all paths begin with; the folder of environments is none of a collection's. */
function commonFolder(files: readonly ParsedFile[]): string {
  const [first = [], ...others] = files.map(({ path }) =>
    folderOf(path)
      .replace(/(^|\/)environments\/$/, '$1')
      .split('/')
      .slice(0, -1),
  )
  let count = first.length
  for (const other of others) while (first.slice(0, count).join('/') !== other.slice(0, count).join('/')) count--
  return count === 0 ? '' : `${first.slice(0, count).join('/')}/`
}
