import type { QueryParameter } from '../../../../contract/api-call.ts'
import { splitUrl } from '../../../../common/query-rows.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { withScheme } from '../support/absolute-url.ts'
import { withPathVariables } from '../support/path-parameters.ts'
import { encodeEnds, encodeName } from '../support/query-text.ts'
import { listOf, textOf, textOrJson } from '../support/values.ts'
import { rowsOf } from './postman-values.ts'

export interface ReadUrl {
  url: string
  query: readonly QueryParameter[]
  /** Of the path. */
  variables: readonly DraftVariable[]
}

/** A URL is a text, or an object whose parts hold; `raw` is what it shows. */
export function readUrl(value: unknown): ReadUrl {
  if (!isMembers(value)) return ofText(textOf(value), [])
  const variables = rowsOf(memberNamed(value, 'variable'))
    .filter(({ key }) => key !== '')
    .map((row) => ({ name: row.key, value: textOrJson(row.value), secret: false }))
  const { url, query } = ofText(partsText(value) ?? textOf(memberNamed(value, 'raw')), variables)
  const rows = memberNamed(value, 'query')
  return { url, query: Array.isArray(rows) ? queryOf(rows) : query, variables: named(variables) }
}

/** Of `/orders/:id`, with a value that is a variable put in its place; `:id` with itself as the value is no variable. */
function ofText(text: string, variables: readonly DraftVariable[]): ReadUrl {
  const { url, query } = splitUrl(text.trim().split('#', 1)[0] ?? '')
  const values = new Map(variables.map(({ name, value }) => [name, value]))
  const written = withPathVariables(url, (name) => {
    const value = values.get(name) ?? ''
    if (isReference(value)) return value
    const [first = ''] = name.split('.')
    return values.get(first) === `:${first}` ? `:${name}` : undefined
  })
  return { url: withScheme(written, 'http'), query, variables }
}

const isReference = (value: string): boolean => /^\{\{[^{}]+\}\}$/.test(value)

const named = (variables: readonly DraftVariable[]): DraftVariable[] =>
  variables.filter(({ name, value }) => value !== '' && value !== `:${name}` && !isReference(value))

/** Undefined where there is no host. */
function partsText(url: Members): string | undefined {
  const host = joined(memberNamed(url, 'host'), '.')
  if (host === '') return undefined
  const protocol = textOf(memberNamed(url, 'protocol')).replace(/:?\/{0,2}$/, '')
  const port = textOf(memberNamed(url, 'port'))
  const given = memberNamed(url, 'path')
  const path = Array.isArray(given) ? joined(given, '/') : textOf(given).replace(/^\//, '')
  const hasPath = listOf(given).length > 0 || path !== ''
  return [
    protocol === '' ? '' : `${protocol}://`,
    userOf(memberNamed(url, 'auth')),
    host,
    port === '' ? '' : `:${port}`,
    hasPath ? `/${path}` : '',
  ].join('')
}

/** Of v2.0: `{ user, password }`. */
function userOf(value: unknown): string {
  if (!isMembers(value)) return ''
  const user = textOf(memberNamed(value, 'user'))
  return user === '' ? '' : `${user}:${textOf(memberNamed(value, 'password'))}@`
}

/** A text, or a list of texts or of `{ value }`. */
function joined(value: unknown, separator: string): string {
  if (!Array.isArray(value)) return textOf(value)
  return listOf(value)
    .map((part) => (isMembers(part) ? textOf(memberNamed(part, 'value')) : textOf(part)))
    .join(separator)
}

/** Characters that would end a name or a value are encoded, as Postman does when it sends them. */
function queryOf(rows: readonly unknown[]): QueryParameter[] {
  return rows.flatMap((row): QueryParameter[] => {
    if (typeof row === 'string') return splitUrl(`?${row}`).query.slice()
    return rowsOf([row]).flatMap(({ key, value, enabled }) => {
      if (key === '' && textOrJson(value) === '') return []
      const name = encodeName(key)
      return [{ name, value: value === null || value === undefined ? null : encodeEnds(textOrJson(value)), enabled }]
    })
  })
}
