import type { ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { forestOf, type Grown } from '../support/forest.ts'
import { noteForest } from '../support/forest-notes.ts'
import { type Given, givenNamed, givensNamed, switchNamed, textNamed } from '../support/given.ts'

/** A model of Yaak: a workspace, environment, folder or request. */
export interface Model extends Given {
  kind: string
  id: string
  parentId: string
  isContainer: boolean
  order: number
}

/** A workspace with all that is in it, in its order. */
export interface YaakWorkspace {
  version: string
  workspace: Given
  children: readonly Grown<Model>[]
}

/** Lists of an export by the kind of their models; `requests` is of the first version. */
const lists = [
  ['workspaces', 'workspace'],
  ['environments', 'environment'],
  ['folders', 'folder'],
  ['requests', 'http_request'],
  ['httpRequests', 'http_request'],
  ['grpcRequests', 'grpc_request'],
  ['websocketRequests', 'websocket_request'],
] as const

const kinds = new Set<string>(lists.map(([, kind]) => kind))

/** `{ yaakVersion, yaakSchema, resources: { workspaces: [...], … } }` */
export const isYaakExport = ({ value }: ParsedFile): boolean =>
  isMembers(value) &&
  (Object.hasOwn(value, 'yaakSchema') || Object.hasOwn(value, 'yaakVersion')) &&
  isMembers(memberNamed(value, 'resources'))

/** A file of a folder that is synchronized: one model, such as `{ model: 'http_request', id: 'rq_1', workspaceId: … }`. */
export const isYaakModel = ({ value }: ParsedFile): boolean =>
  isMembers(value) &&
  kinds.has(textNamed(value, 'model')) &&
  textNamed(value, 'id') !== '' &&
  (textNamed(value, 'model') === 'workspace' || textNamed(value, 'workspaceId') !== '')

export function workspacesOfExport({ value, at }: ParsedFile, notes: ImportNote[]): YaakWorkspace[] {
  if (!isMembers(value)) return []
  const resources = givenNamed({ members: value, at }, 'resources')
  const models = lists.flatMap(([list, kind]) => givensNamed(resources, list).map((given) => modelOf(given, kind)))
  return workspacesOf(models, textNamed(value, 'yaakVersion'), notes)
}

export function workspacesOfModels(files: readonly ParsedFile[], notes: ImportNote[]): YaakWorkspace[] {
  const models = files.flatMap(({ value, at }) =>
    isMembers(value) ? [modelOf({ members: value, at }, textNamed(value, 'model'))] : [],
  )
  return workspacesOf(models, '', notes)
}

function workspacesOf(models: readonly Model[], version: string, notes: ImportNote[]): YaakWorkspace[] {
  const forest = forestOf(models)
  noteForest(forest, notes)
  const named = forest.roots.filter(({ item }) => item.kind === 'workspace')
  const loose = forest.roots.filter(({ item }) => item.kind !== 'workspace')
  const [first, ...others] = named
  const [somewhere] = models
  if (somewhere === undefined) return []
  return [
    {
      version,
      workspace: first?.item ?? { members: {}, at: somewhere.at },
      children: [...(first?.children ?? []), ...loose],
    },
    ...others.map(({ item, children }) => ({ version, workspace: item, children })),
  ]
}

function modelOf({ members, at }: Given, kind: string): Model {
  const order = memberNamed(members, 'sortPriority')
  return {
    members,
    at,
    kind,
    id: textNamed(members, 'id'),
    parentId: parentOf(members, kind),
    isContainer: kind === 'workspace' || kind === 'folder',
    order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
  }
}

/** Ids that begin so are given to what an export is imported to. */
const isFilledIn = (id: string): boolean => id === 'CURRENT_WORKSPACE'

function parentOf(members: Members, kind: string): string {
  if (kind === 'workspace') return ''
  const ofFolder = kind === 'environment' ? environmentFolder(members) : textNamed(members, 'folderId')
  const id = ofFolder || textNamed(members, 'workspaceId')
  return isFilledIn(id) ? '' : id
}

const environmentFolder = (members: Members): string =>
  textNamed(members, 'parentModel') === 'folder' ? textNamed(members, 'parentId') : ''

/** Whether an environment holds for all others of its workspace; before schema 4 and 5 other members said so. */
export function isBase(members: Members): boolean {
  const parent = textNamed(members, 'parentModel')
  if (parent !== '') return parent === 'workspace'
  const base = switchNamed(members, 'base')
  if (base !== null) return base
  return Object.hasOwn(members, 'environmentId') && textNamed(members, 'environmentId') === ''
}
