import type { ImportNote } from '../../../../contract/import-note.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { forestOf, type Grown } from '../support/forest.ts'
import { noteForest } from '../support/forest-notes.ts'
import { type Given, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import { type BaseEnvironment, type Item, protocolOf, type Workspace } from './workspace.ts'

interface Resource extends Given {
  type: string
  id: string
  parentId: string
  isContainer: boolean
  order: number
}

/** An export of version 2, 3 or 4: `{ _type: 'export', __export_format: 4, resources: [...] }`. */
export function isExport4({ value }: ParsedFile): boolean {
  return (
    isMembers(value) &&
    Array.isArray(memberNamed(value, 'resources')) &&
    (textNamed(value, '_type') === 'export' || textNamed(value, '__export_format') !== '')
  )
}

/** A file of a folder that Git or inso keeps: one model, such as `{ _id: 'req_1', type: 'Request', parentId: … }`. */
export function isModelFile({ value }: ParsedFile): boolean {
  return (
    isMembers(value) &&
    /^[a-z-]+_\w/.test(textNamed(value, '_id')) &&
    /^[A-Z]\w+$/.test(textNamed(value, 'type')) &&
    Object.hasOwn(value, 'parentId')
  )
}

/** Workspaces of an export; what is in none of them is in one without a name. */
export function workspacesOfExport(file: ParsedFile, notes: ImportNote[]): Workspace[] {
  if (!isMembers(file.value)) return []
  const given = givensNamed({ members: file.value, at: file.at }, 'resources')
  return workspacesOf(given, textNamed(file.value, '__export_format'), notes)
}

export function workspacesOfModelFiles(files: readonly ParsedFile[], notes: ImportNote[]): Workspace[] {
  const given = files.flatMap(({ value, at }) => (isMembers(value) ? [{ members: value, at }] : []))
  return workspacesOf(given, '', notes)
}

function workspacesOf(given: readonly Given[], version: string, notes: ImportNote[]): Workspace[] {
  const forest = forestOf(given.map(resourceOf))
  noteForest({ ...forest, orphans: forest.orphans.filter(isUsed) }, notes)
  const named = forest.roots.filter(isWorkspace)
  const loose = forest.roots.filter((root) => !isWorkspace(root))
  const [first, ...others] = named
  if (first === undefined) {
    const [somewhere] = given
    return somewhere === undefined ? [] : [workspaceOf({ members: {}, at: somewhere.at }, loose, version)]
  }
  return [
    workspaceOf(first.item, [...first.children, ...loose], version),
    ...others.map(({ item, children }) => workspaceOf(item, children, version)),
  ]
}

const isWorkspace = ({ item }: Grown<Resource>): boolean => item.type === 'workspace'
const containers = /^(?:workspace|request_group|environment|mock_server|unit_test_suite)$/

/** Types are `request_group` in an export and `RequestGroup` in files of models. */
function resourceOf({ members, at }: Given): Resource {
  const named = textNamed(members, '_type') || textNamed(members, 'type')
  const type = /^[A-Z]/.test(named) ? named.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase() : named
  const order = memberNamed(members, 'metaSortKey')
  return {
    members,
    at,
    type,
    id: textNamed(members, '_id'),
    /** That of a workspace is a project, which is in no file. */
    parentId: type === 'workspace' ? '' : textNamed(members, 'parentId'),
    isContainer: containers.test(type),
    order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
  }
}

function workspaceOf({ members, at }: Given, children: readonly Grown<Resource>[], version: string): Workspace {
  const items = children.flatMap(itemOf)
  const environments = children.filter(({ item }) => item.type === 'environment').map(environmentOf)
  const certificates = givensNamed({ members, at }, 'certificates').map((given) => ({
    members: given.members,
    at: given.at,
    kind: 'client_certificate',
  }))
  const others = children
    .filter(({ item }) => item.type !== 'environment' && itemKind(item.type) === null)
    .map(({ item }) => ({ members: item.members, at: item.at, kind: item.type }))
  return {
    members,
    at,
    version,
    name: textNamed(members, 'name'),
    items,
    environments,
    others: [...others, ...certificates],
  }
}

/** What is not, such as a route of a mock server, may well have its parent elsewhere. */
const isUsed = ({ type }: Resource): boolean => type === 'environment' || itemKind(type) !== null

function itemKind(type: string): Item['kind'] | null {
  if (type === 'request_group') return 'folder'
  if (type === 'request') return 'request'
  return protocolOf(type) === null ? null : 'other_protocol'
}

function itemOf({ item: { members, at, type }, children }: Grown<Resource>): Item[] {
  const kind = itemKind(type)
  if (kind === null) return []
  const scripts = ['preRequestScript', 'afterResponseScript'].filter((name) => textNamed(members, name).trim() !== '')
  return [
    {
      members,
      at,
      kind,
      protocol: protocolOf(type) ?? '',
      name: textNamed(members, 'name'),
      description: textNamed(members, 'description'),
      scripts: scripts.length,
      followRedirects: redirectsOf(textNamed(members, 'settingFollowRedirects')),
      resolvesBody: switchNamed(members, 'settingDisableRenderRequestBody') !== true,
      children: children.flatMap(itemOf),
    },
  ]
}

/** `on`, `off` or `global`, which is a setting of the app. */
export function redirectsOf(text: string): boolean | null {
  if (text === 'on') return true
  return text === 'off' ? false : null
}

function environmentOf({ item, children }: Grown<Resource>): BaseEnvironment {
  const within: (Given & { name: string })[] = []
  let level = children
  while (level.length > 0) {
    for (const { item } of level)
      within.push({ members: item.members, at: item.at, name: textNamed(item.members, 'name') })
    level = level.flatMap((child) => child.children)
  }
  return { members: item.members, at: item.at, name: textNamed(item.members, 'name'), subEnvironments: within }
}
