import type { ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { type NotedAuthentication, otherAuthorization } from '../support/authentication.ts'
import { encodeEnds, encodeName } from '../support/query-text.ts'
import { membersOf, textOf } from '../support/values.ts'
import { readHoppOauth2 } from './hoppscotch-oauth2.ts'
import { hoppText } from './hoppscotch-values.ts'

export const noHoppAuth: NotedAuthentication = { authorization: { kind: 'none' }, headers: [], query: [], facts: [] }

/** Undefined where the block of what it is in holds. `name` is that of the collection, folder or request. */
export function readHoppAuth(owner: Members, name: string, place: ImportPlace): NotedAuthentication | undefined {
  const auth = memberNamed(owner, 'auth')
  if (typeof auth === 'string') return ofVersion0(auth, owner)
  if (!isMembers(auth)) return undefined
  const type = textOf(memberNamed(auth, 'authType'))
  if (type === 'inherit') return undefined
  if (type === '' || type === 'none' || memberNamed(auth, 'authActive') === false) return noHoppAuth
  const text = (key: string): string => hoppText(memberNamed(auth, key))
  const isInQuery = /^query/i.test(text('addTo'))
  switch (type) {
    case 'oauth-2':
      return { ...noHoppAuth, ...readHoppOauth2(auth, membersOf(memberNamed(auth, 'grantTypeInfo')), name, place) }
    case 'basic':
      return basic(text('username'), text('password'))
    case 'bearer':
      return bearer(text('token'))
    case 'api-key':
      if (text('key') === '') return other(type)
      return isInQuery
        ? { ...unsaid, query: [{ name: encodeName(text('key')), value: encodeEnds(text('value')), enabled: true }] }
        : { ...unsaid, headers: [{ name: text('key'), value: text('value'), enabled: true }] }
    default:
      return other(type.slice(0, 100))
  }
}

const unsaid: NotedAuthentication = { ...noHoppAuth, authorization: { kind: 'unsaid' } }

/** The words of its menu. */
function ofVersion0(auth: string, request: Members): NotedAuthentication {
  const text = (key: string): string => hoppText(memberNamed(request, key))
  if (auth === 'Basic Auth') return basic(text('httpUser'), text('httpPassword'))
  return auth === 'Bearer Token' ? bearer(text('bearerToken')) : noHoppAuth
}

const basic = (username: string, password: string): NotedAuthentication => ({
  ...noHoppAuth,
  authorization: { kind: 'basic', username, password },
})

const bearer = (token: string): NotedAuthentication =>
  token === ''
    ? other('bearer')
    : { ...unsaid, headers: [{ name: 'Authorization', value: `Bearer ${token}`, enabled: true }] }

const other = (type: string): NotedAuthentication => ({ ...noHoppAuth, authorization: otherAuthorization(type) })
