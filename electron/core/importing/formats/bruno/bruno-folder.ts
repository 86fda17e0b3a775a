import type { ImportPlace } from '../../../../contract/import-note.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type {
  BrunoCollection,
  BrunoEnvironment,
  BrunoFolder,
  BrunoLevel,
  BrunoNote,
  BrunoPair,
  BrunoRequest,
} from './bruno-collection.ts'
import { proxyOf } from './bruno-proxy.ts'
import { dotenvPairs } from './dotenv-pairs.ts'
import { partOf } from './folder-parts.ts'
import { certificatesOf, environmentsOf, itemsOf, rootOf } from './opencollection/oc-collection.ts'
import { type Placed, within } from './opencollection/oc-level.ts'
import { textAt, valueAt } from './values.ts'

/** A collection in a folder: its own file, folders, requests, environments, and the file of `process.env`. */
export interface CollectionFiles {
  /** Of the folder, with a slash at its end; empty where it is all that was given. */
  root: string
  /** bruno.json or opencollection.yml. */
  manifest: ParsedFile | null
  files: readonly ParsedFile[]
}

/** A folder while it is read. */
interface Made {
  name: string
  level: BrunoLevel
  order: number
  requests: BrunoRequest[]
  folders: Map<string, Made>
}

export function folderCollection({
  root,
  manifest,
  files,
}: CollectionFiles): BrunoCollection & { damaged: ImportPlace | null } {
  const place: ImportPlace = { file: manifest?.path ?? files[0]?.path ?? '', line: null, pointer: null }
  const top = newFolder('', place)
  const own = manifest === null ? emptyCollection(place) : ofManifest(manifest)
  top.level = own.root
  const environments: BrunoEnvironment[] = [...own.environments]
  const notes: BrunoNote[] = [...own.notes]
  let dotenv: BrunoPair[] = []
  let damaged: ImportPlace | null = manifest?.value === undefined && manifest !== null ? own.root.place : null
  for (const file of files) {
    const path = file.path.slice(root.length).split('/')
    const base = path.pop() ?? ''
    if (path.length > mostImported.depth)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    if (base.startsWith('.env')) {
      if (base === '.env') dotenv = dotenvPairs(file.text)
      else notes.push({ fact: { code: 'not_used', evidence: { name: base } }, place: file.atLine(1) })
      continue
    }
    const part = partOf(file)
    switch (part.kind) {
      case 'damaged':
        damaged ??= part.place
        notes.push({ fact: { code: 'file_damaged', evidence: { name: base } }, place: part.place })
        break
      case 'environment':
        environments.push(part.environment)
        break
      case 'request':
        folderAt(top, path, place).requests.push(part.request)
        break
      case 'level': {
        const folder = part.root ? top : folderAt(top, path, place)
        folder.level = part.level
        folder.order = part.order
        folder.name = part.name || folder.name
        break
      }
      case 'empty':
        break
      case 'other':
        notes.push({ fact: { code: 'file_not_recognized', evidence: { name: base } }, place: file.atLine(1) })
        break
    }
  }
  return {
    ...own,
    name: own.name || (root.split('/').at(-2) ?? ''),
    root: top.level,
    items: [...own.items, ...itemsIn(top)],
    environments,
    dotenv,
    notes,
    damaged,
  }
}

const newFolder = (name: string, place: ImportPlace): Made => ({
  name,
  level: emptyLevel(place),
  order: Number.MAX_SAFE_INTEGER,
  requests: [],
  folders: new Map(),
})

const emptyLevel = (place: ImportPlace): BrunoLevel => ({
  auth: null,
  headers: [],
  variables: [],
  scripts: 0,
  docs: '',
  notes: [],
  place,
})

export const emptyCollection = (place: ImportPlace): BrunoCollection => ({
  name: '',
  version: '',
  root: emptyLevel(place),
  items: [],
  environments: [],
  certificates: [],
  proxy: null,
  dotenv: [],
  notes: [],
})

function folderAt(top: Made, path: readonly string[], place: ImportPlace): Made {
  let folder = top
  for (const name of path) {
    const known = folder.folders.get(name) ?? newFolder(name, place)
    folder.folders.set(name, known)
    folder = known
  }
  return folder
}

const itemsIn = ({ folders, requests }: Made): (BrunoFolder | BrunoRequest)[] => [
  ...[...folders.values()].map((folder): BrunoFolder =>
    Object.assign({ kind: 'folder' } as const, folder.level, {
      name: folder.name,
      order: folder.order,
      items: itemsIn(folder),
    }),
  ),
  ...requests,
]

/** What bruno.json or opencollection.yml says, which may have all of the collection in it. */
function ofManifest(manifest: ParsedFile): BrunoCollection {
  const place = { file: manifest.path, line: manifest.faultLine, pointer: null }
  if (manifest.value === undefined) {
    const name = manifest.path.split('/').at(-1) ?? ''
    return { ...emptyCollection(place), notes: [{ fact: { code: 'file_damaged', evidence: { name } }, place }] }
  }
  const all: Placed = manifest
  const version = textAt(all.value, 'opencollection')
  return version === '' ? ofBrunoJson(all) : ofOpenCollection(all, version)
}

function ofBrunoJson(all: Placed): BrunoCollection {
  const certificates = within(all, 'clientCertificates')
  return {
    ...emptyCollection(all.at()),
    name: textAt(all.value, 'name'),
    version: textAt(all.value, 'version'),
    certificates: valueAt(certificates.value, 'enabled') === false ? [] : certificatesOf(within(certificates, 'certs')),
    proxy: proxyOf(valueAt(all.value, 'proxy')),
  }
}

function ofOpenCollection(all: Placed, version: string): BrunoCollection {
  const config = within(all, 'config')
  return {
    ...emptyCollection(all.at()),
    name: textAt(all.value, 'info', 'name'),
    version,
    root: rootOf(all),
    items: itemsOf(within(all, 'items')),
    environments: environmentsOf(within(config, 'environments')),
    certificates: certificatesOf(within(config, 'clientCertificates')),
    proxy: proxyOf(valueAt(config.value, 'proxy')),
  }
}
