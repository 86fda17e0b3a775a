import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import { memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import { type Authentication, headerText, withHeaders } from '../support/authentication.ts'
import { entriesNamed, type Given, givensNamed, switchNamed, textNamed } from '../support/given.ts'
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
    ...(item.followRedirects === null ? {} : { followRedirects: item.followRedirects }),
    scope: '',
    assertions: [],
    variables: inherited.variables,
  }
}

/** `:id` in the path is its value, or a variable where it has none. */
function urlOf({ members, at, name }: Item, reader: Reader): string {
  const url = reader.text(memberNamed(members, 'url'), at('url'), name).trim()
  const values = new Map(
    entriesNamed(members, 'pathParameters').map(({ entry, index }) => {
      const value = reader.template(memberNamed(entry, 'value'), at('pathParameters', index, 'value'), name)
      return [textNamed(entry, 'name'), withPlain(value, encodeForPath)]
    }),
  )
  return withScheme(withPathParameters(url, values), 'http')
}

function queryOf({ members, at, name: call }: Item, reader: Reader): QueryParameter[] {
  return entriesNamed(members, 'parameters').flatMap(({ entry, index }) => {
    const read = (member: string): string =>
      withPlain(reader.template(memberNamed(entry, member), at('parameters', index, member), call), encodeForQuery)
    const name = read('name')
    return name === '' ? [] : [{ name, value: read('value'), enabled: switchNamed(entry, 'disabled') !== true }]
  })
}

/** Headers of a request or folder, without the one by which Insomnia names itself. */
export function headersOf(given: Given, reader: Reader, call: string): ApiHeader[] {
  return givensNamed(given, 'headers').flatMap(({ members, at }) => {
    const name = reader.text(memberNamed(members, 'name'), at('name'), call).trim()
    if (name === '' || isOfInsomnia(name, textNamed(members, 'value'))) return []
    const value = headerText(name, memberNamed(members, 'value'), reader, at('value'), call)
    return [{ name, value, enabled: switchNamed(members, 'disabled') !== true }]
  })
}

const isOfInsomnia = (name: string, value: string): boolean =>
  /^user-agent$/i.test(name) && value.trimStart().startsWith('insomnia/')
