import type { ApiHeader } from '../../../../contract/api-call.ts'
import type { ImportNote } from '../../../../contract/import-note.ts'
import { splitUrl } from '../../../../common/query-rows.ts'
import { type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { withScheme } from '../support/absolute-url.ts'
import { keysOf, type NotedAuthentication, withHeaders } from '../support/authentication.ts'
import { bodyOfText } from '../support/body-of-text.ts'
import { encodeEnds, encodeName } from '../support/query-text.ts'
import { generatedIn } from '../support/generated-values.ts'
import { graphqlText } from '../support/graphql-text.ts'
import { withInherited } from '../support/inherited-headers.ts'
import { withNearer } from '../support/nearest-variables.ts'
import { textOf } from '../support/values.ts'
import { readHoppAuth } from './hoppscotch-auth.ts'
import { readHoppBody } from './hoppscotch-body.ts'
import { readHoppVariables } from './hoppscotch-variables.ts'
import { type HoppRow, hoppRows, hoppText } from './hoppscotch-values.ts'

/** What holds for a request by the folders that it is in. */
export interface HoppScope {
  folders: readonly string[]
  auth: NotedAuthentication
  headers: readonly ApiHeader[]
  variables: readonly DraftVariable[]
}

/** A request of any version, GraphQL included, which is a POST with JSON. */
export function readHoppCall(
  request: Members,
  scope: HoppScope,
  file: ParsedFile,
  steps: readonly (string | number)[],
): { call: DraftCall; notes: ImportNote[] } {
  const name = hoppText(memberNamed(request, 'name'))
  const place = file.at(...steps)
  const own = readHoppAuth(request, name, file.at(...steps, 'auth'))
  const auth = own ?? scope.auth
  const typed = readHoppHeaders(request)
  const { body, headers, facts } = isGraphql(request) ? graphqlBody(request, typed) : readHoppBody(request, typed)
  const { url, query } = splitUrl(addressOf(request))
  const sent = withInherited(headers, [...auth.headers, ...scope.headers])
  const params = hoppRows(memberNamed(request, 'params')).filter(({ key, value }) => key !== '' || value !== '')
  const call: DraftCall = {
    place,
    name,
    folders: scope.folders,
    notes: textOf(memberNamed(request, 'description')),
    method: isGraphql(request) ? 'POST' : textOf(memberNamed(request, 'method')).trim() || 'GET',
    url: withScheme(url, 'https'),
    query: [...query, ...params.map(parameterOf), ...auth.query],
    headers: sent,
    body,
    authorization: withHeaders(auth.authorization, sent),
    keys: keysOf(auth),
    scope: '',
    assertions: [],
    variables: withNearer(scope.variables, readHoppVariables(memberNamed(request, 'requestVariables'))),
  }
  return {
    call,
    notes: [...(own?.facts ?? []), ...facts, ...generatedIn(call)].map((fact) => ({ fact, place, call: name })),
  }
}

export const readHoppHeaders = (owner: Members): ApiHeader[] =>
  hoppRows(memberNamed(owner, 'headers')).flatMap(({ key, value, enabled }) =>
    key.trim() === '' ? [] : [{ name: key.trim(), value, enabled }],
  )

const isGraphql = (request: Members): boolean =>
  typeof memberNamed(request, 'query') === 'string' && !Object.hasOwn(request, 'endpoint')

function graphqlBody(request: Members, headers: readonly ApiHeader[]) {
  const text = graphqlText(hoppText(memberNamed(request, 'query')), hoppText(memberNamed(request, 'variables')))
  return { ...bodyOfText(text, headers, 'application/json'), facts: [] }
}

/** In version 0 it is in two parts. */
const addressOf = (request: Members): string =>
  (
    hoppText(memberNamed(request, 'endpoint')) ||
    hoppText(memberNamed(request, 'url')) + hoppText(memberNamed(request, 'path'))
  ).trim()

const parameterOf = ({ key, value, enabled }: HoppRow) => ({
  name: encodeName(key),
  value: encodeEnds(value),
  enabled,
})
