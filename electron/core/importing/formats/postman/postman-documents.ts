import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { listOf, textOf } from '../support/values.ts'

/** What a file of Postman has, and the names and indexes that lead to it. */
export interface PostmanDocument {
  kind: 'collection' | 'old_collection' | 'environment' | 'globals'
  value: Members
  steps: readonly (string | number)[]
}

/** The documents of a file: itself, what a wrapper of Postman's API has in it, or what a dump of all data lists. */
export function documentsOf({ value, path }: ParsedFile): PostmanDocument[] {
  if (isGlobalRows(value)) return [{ kind: 'globals', value: { values: value }, steps: [] }]
  if (!isMembers(value)) return []
  const direct = documentOf(value, [])
  if (direct?.kind === 'environment' && /\.globals\.ya?ml$/i.test(path)) return [{ kind: 'globals', value, steps: [] }]
  if (direct !== undefined) return [direct]
  const wrapped = ['collection', 'environment'].flatMap((name) => {
    const inner = memberNamed(value, name)
    const document = isMembers(inner) ? documentOf(inner, [name]) : undefined
    return document === undefined ? [] : [document]
  })
  return wrapped.length > 0 ? wrapped : dumped(value)
}

function documentOf(value: Members, steps: PostmanDocument['steps']): PostmanDocument | undefined {
  if (isCollection(value)) return { kind: 'collection', value, steps }
  if (isOld(value)) return { kind: 'old_collection', value, steps }
  return isVariables(value) ? { kind: isGlobals(value) ? 'globals' : 'environment', value, steps } : undefined
}

/** Newman runs collections without `info` too. */
function isCollection(value: Members): boolean {
  const items = memberNamed(value, 'item')
  if (!Array.isArray(items)) return false
  return (
    isMembers(memberNamed(value, 'info')) ||
    listOf(items).some((item) => isMembers(item) && Object.hasOwn(item, 'request'))
  )
}

/** v1: a flat list of requests, whose order the collection and its folders name. */
const isOld = (value: Members): boolean =>
  Array.isArray(memberNamed(value, 'requests')) &&
  (Array.isArray(memberNamed(value, 'order')) || Array.isArray(memberNamed(value, 'folders_order')))

const isVariables = (value: Members): boolean => {
  const values = memberNamed(value, 'values')
  if (!Array.isArray(values)) return false
  return Object.hasOwn(value, '_postman_variable_scope') || (values.length > 0 && listOf(values).every(isVariable))
}

const isVariable = (row: unknown): boolean =>
  isMembers(row) && typeof memberNamed(row, 'key') === 'string' && Object.hasOwn(row, 'value')

/** Globals were once a list alone. */
const isGlobalRows = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  listOf(value).every((row) => isVariable(row) && isMembers(row) && Object.hasOwn(row, 'enabled'))

const isGlobals = (value: Members): boolean => textOf(memberNamed(value, '_postman_variable_scope')) === 'globals'

/** `{ version: 1, collections, environments, globals }` of “Export data”. */
function dumped(value: Members): PostmanDocument[] {
  if (!Object.hasOwn(value, 'version')) return []
  const listed = ['collections', 'environments'].flatMap((name) =>
    listOf(memberNamed(value, name)).flatMap((item, index) => {
      const document = isMembers(item) ? documentOf(item, [name, index]) : undefined
      return document === undefined ? [] : [document]
    }),
  )
  const globals = memberNamed(value, 'globals')
  return listed.length > 0 && Array.isArray(globals) && globals.length > 0
    ? [...listed, { kind: 'globals', value: { values: globals }, steps: [] }]
    : listed
}
