import type { ImportFact, ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftClient, DraftVariable } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { keysOf, type NotedAuthentication, withHeaders } from '../support/authentication.ts'
import { generatedIn } from '../support/generated-values.ts'
import { withInherited } from '../support/inherited-headers.ts'
import { withNearer } from '../support/nearest-variables.ts'
import { membersOf, textOf } from '../support/values.ts'
import { readAuth } from './postman-auth.ts'
import { readBody } from './postman-body.ts'
import { readHeaders } from './postman-headers.ts'
import { readUrl } from './postman-url.ts'
import { descriptionOf } from './postman-values.ts'

/** What holds for a request by the folders that it is in. */
export interface Scope {
  folders: readonly string[]
  auth: NotedAuthentication
  variables: readonly DraftVariable[]
  followRedirects: boolean | undefined
}

interface CallPlace {
  file: ParsedFile
  steps: readonly (string | number)[]
}

interface ReadCall {
  call: DraftCall
  client: DraftClient | undefined
  notes: readonly ImportNote[]
}

/** The call of an item; its request is an object or the text of a URL. `within` is what leads from the item to its auth. */
export function readCall(item: Members, scope: Scope, { file, steps }: CallPlace, within: string | null): ReadCall {
  const given = memberNamed(item, 'request')
  const request: Members = isMembers(given) ? given : { url: given }
  const name = textOf(memberNamed(item, 'name'))
  const place = file.at(...steps)
  const own = readAuth(
    memberNamed(request, 'auth'),
    name,
    file.at(...steps, ...(within === null ? [] : [within]), 'auth'),
  )
  const auth = own ?? scope.auth
  const { url, query, variables } = readUrl(memberNamed(request, 'url'))
  const typed = readHeaders(memberNamed(request, 'header'))
  const { body, headers, facts } = readBody(memberNamed(request, 'body'), typed, isTyped(item))
  const followRedirects = redirectsOf(item) ?? scope.followRedirects
  const call: DraftCall = {
    place,
    name,
    folders: scope.folders,
    notes: descriptionOf(memberNamed(request, 'description')) || descriptionOf(memberNamed(item, 'description')),
    method: textOf(memberNamed(request, 'method')).trim() || 'GET',
    url,
    query: [...query, ...auth.query],
    headers: withInherited(headers, auth.headers),
    body,
    authorization: withHeaders(auth.authorization, headers),
    keys: keysOf(auth),
    scope: '',
    assertions: [],
    variables: withNearer(scope.variables, variables),
    ...(followRedirects === undefined ? {} : { followRedirects }),
  }
  const noted = [...(own?.facts ?? []), ...facts, ...generatedIn(call), ...otherFacts(item, request)]
  return {
    call,
    client: own?.authorization.kind === 'client' ? own.authorization.client : undefined,
    notes: noted.map((fact) => ({ fact, place, call: name })),
  }
}

/** Undefined where the protocol profile of an item, folder or collection says nothing of it. */
export function redirectsOf(item: Members): boolean | undefined {
  const follow = memberNamed(membersOf(memberNamed(item, 'protocolProfileBehavior')), 'followRedirects')
  return typeof follow === 'boolean' ? follow : undefined
}

/** Whether Postman adds a Content-Type. */
function isTyped(item: Members): boolean {
  const profile = membersOf(memberNamed(item, 'protocolProfileBehavior'))
  return memberNamed(membersOf(memberNamed(profile, 'disabledSystemHeaders')), 'content-type') !== true
}

/** What a request has besides, of which no value is shown. */
function otherFacts(item: Members, request: Members): ImportFact[] {
  const profile = membersOf(memberNamed(item, 'protocolProfileBehavior'))
  const certificate = membersOf(memberNamed(request, 'certificate'))
  const files = ['cert', 'key', 'pfx'].map((name) =>
    textOf(memberNamed(membersOf(memberNamed(certificate, name)), 'src')),
  )
  const proxy = membersOf(memberNamed(request, 'proxy'))
  return [
    ...(memberNamed(profile, 'strictSSL') === false ? [{ code: 'certificate_checks_off', evidence: {} } as const] : []),
    ...files
      .filter((path) => path !== '')
      .map((name) => ({ code: 'file_not_read', evidence: { name: name.slice(0, 300) } }) as const),
    ...(textOf(memberNamed(proxy, 'host')) !== '' && memberNamed(proxy, 'disabled') !== true
      ? [{ code: 'not_used', evidence: { name: 'proxy' } } as const]
      : []),
  ]
}
