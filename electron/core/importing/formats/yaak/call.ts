import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import { withScheme } from '../support/absolute-url.ts'
import { type Authentication, headerText, keysOf, withHeaders } from '../support/authentication.ts'
import { type Given, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import { withPathParameters } from '../support/path-parameters.ts'
import type { Reader } from '../support/reader.ts'
import { encodeAll, withPlain } from '../support/template.ts'
import { bodyOf } from './body.ts'

/** What the workspace and the folders of a request give it. */
export interface Inherited {
  folders: readonly string[]
  authentication: Authentication | null
  headers: readonly ApiHeader[]
  variables: readonly DraftVariable[]
  followRedirects: boolean | null
}

export function callOf(model: Given, inherited: Inherited, reader: Reader): DraftCall {
  const { members, at } = model
  const name = textNamed(members, 'name')
  const { authentication, followRedirects } = inherited
  const { body, headers } = bodyOf(model, inherited.headers, reader, name)
  const sent = [...headers, ...(authentication?.headers ?? [])]
  return {
    place: at(),
    name,
    folders: inherited.folders,
    notes: textNamed(members, 'description'),
    method: textNamed(members, 'method') || 'GET',
    ...addressOf(model, reader, name, authentication?.query ?? []),
    headers: sent,
    body,
    authorization: withHeaders(authentication?.authorization ?? { kind: 'none' }, sent),
    ...(authentication === null ? {} : { keys: keysOf(authentication) }),
    ...(followRedirects === null ? {} : { followRedirects }),
    scope: '',
    assertions: [],
    variables: inherited.variables,
  }
}

/** Parameters such as `:id` go into the path where it names them, all others into the query. */
function addressOf(model: Given, reader: Reader, call: string, further: readonly QueryParameter[]) {
  const url = reader.text(model, 'url', call).trim()
  const given = givensNamed(model, 'urlParameters').map((parameter) => {
    const read = (name: string): string => withPlain(reader.template(parameter, name, call), encodeAll)
    const label = textNamed(parameter.members, 'name')
    const enabled = switchNamed(parameter.members, 'enabled') !== false
    const inPath = label.startsWith(':') && url.includes(`/${label}`)
    return { label, inPath, enabled, name: read('name'), value: read('value') }
  })
  const values = new Map(given.flatMap(({ label, inPath, value }) => (inPath ? [[label.slice(1), value]] : [])))
  const query = given.flatMap(({ inPath, name, value, enabled }) =>
    inPath || name === '' ? [] : [{ name, value, enabled }],
  )
  return { url: withScheme(withPathParameters(url, values), 'http'), query: [...query, ...further] }
}

export const headersOf = (model: Given, reader: Reader, call: string): ApiHeader[] =>
  givensNamed(model, 'headers').flatMap((header) => {
    const name = reader.text(header, 'name', call).trim()
    if (name === '') return []
    const enabled = switchNamed(header.members, 'enabled') !== false
    return [{ name, value: headerText(header, name, reader, call), enabled }]
  })
