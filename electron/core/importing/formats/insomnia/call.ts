import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import { type Authentication, headerText, keysOf, withHeaders } from '../support/authentication.ts'
import { type Given, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import type { Reader } from '../support/reader.ts'
import { withScheme } from '../support/absolute-url.ts'
import { withPathParameters } from '../support/path-parameters.ts'
import { encodeForPath, encodeForQuery, withPlain } from '../support/template.ts'
import { bodyOf } from './body.ts'
import type { Item } from './workspace.ts'

/** What the folders of a request give it. */
export interface Inherited {
  folders: readonly string[]
  authentication: Authentication | null
  headers: readonly ApiHeader[]
  variables: readonly DraftVariable[]
}

export function callOf(item: Item, inherited: Inherited, reader: Reader): DraftCall {
  const { members, at, name } = item
  const { authentication } = inherited
  const typed = [...inherited.headers, ...headersOf(item, reader, name)]
  const { body, headers: others } = bodyOf(item, typed, reader)
  const headers = [...others, ...(authentication?.headers ?? [])]
  return {
    place: at(),
    name,
    folders: inherited.folders,
    notes: item.description,
    method: textNamed(members, 'method') || 'GET',
    url: urlOf(item, reader),
    query: [...queryOf(item, reader), ...(authentication?.query ?? [])],
    headers,
    body,
    authorization: withHeaders(authentication?.authorization ?? { kind: 'none' }, headers),
    ...(authentication === null ? {} : { keys: keysOf(authentication) }),
    ...(item.followRedirects === null ? {} : { followRedirects: item.followRedirects }),
    scope: '',
    assertions: [],
    variables: inherited.variables,
  }
}

/** `:id` in the path is its value, or a variable where it has none. */
function urlOf(item: Item, reader: Reader): string {
  const url = reader.text(item, 'url', item.name).trim()
  const values = new Map(
    givensNamed(item, 'pathParameters').map((parameter) => [
      textNamed(parameter.members, 'name'),
      withPlain(reader.template(parameter, 'value', item.name), encodeForPath),
    ]),
  )
  return withScheme(withPathParameters(url, values), 'http')
}

function queryOf(item: Item, reader: Reader): QueryParameter[] {
  return givensNamed(item, 'parameters').flatMap((parameter) => {
    const read = (name: string): string => withPlain(reader.template(parameter, name, item.name), encodeForQuery)
    const name = read('name')
    if (name === '') return []
    return [{ name, value: read('value'), enabled: switchNamed(parameter.members, 'disabled') !== true }]
  })
}

/** Headers of a request or folder, without the one by which Insomnia names itself. */
export function headersOf(given: Given, reader: Reader, call: string): ApiHeader[] {
  return givensNamed(given, 'headers').flatMap((header) => {
    const name = reader.text(header, 'name', call).trim()
    if (name === '' || isOfInsomnia(name, textNamed(header.members, 'value'))) return []
    const enabled = switchNamed(header.members, 'disabled') !== true
    return [{ name, value: headerText(header, name, reader, call), enabled }]
  })
}

const isOfInsomnia = (name: string, value: string): boolean =>
  /^user-agent$/i.test(name) && value.trimStart().startsWith('insomnia/')
