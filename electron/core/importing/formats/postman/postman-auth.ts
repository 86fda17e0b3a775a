import type { ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { type NotedAuthentication, otherAuthorization } from '../support/authentication.ts'
import { encodeEnds, encodeName } from '../support/query-text.ts'
import { textOf, textOrJson } from '../support/values.ts'
import { readOauth2 } from './postman-oauth2.ts'
import { rowsOf } from './postman-values.ts'

/** Where no block says anything. */
export const unsaidAuth: NotedAuthentication = { authorization: { kind: 'unsaid' }, headers: [], query: [], facts: [] }

/** Undefined where a block says nothing, so that the one above it holds. `name` is that of the collection, folder or request. */
export function readAuth(value: unknown, name: string, place: ImportPlace): NotedAuthentication | undefined {
  if (!isMembers(value)) return undefined
  const type = textOf(memberNamed(value, 'type')) || (Object.keys(value)[0] ?? '')
  const parameters = parametersOf(value, type)
  const text = (key: string): string => textOrJson(parameters.get(key))
  switch (type) {
    case '':
    case 'inherit':
      return undefined
    case 'noauth':
      return { ...unsaidAuth, authorization: { kind: 'none' } }
    case 'oauth2':
      return { ...unsaidAuth, ...readOauth2(parameters, name, place) }
    case 'basic':
      return {
        ...unsaidAuth,
        authorization: { kind: 'basic', username: text('username'), password: text('password') },
      }
    case 'bearer':
      return text('token').trim() === ''
        ? otherAuth(type)
        : withHeader('Authorization', `Bearer ${text('token').trim()}`)
    case 'apikey':
      return apiKey(text('key').trim(), text('value'), text('in'))
    default:
      return otherAuth(type.slice(0, 100))
  }
}

/** v2.0 has an object, v2.1 a list of `{ key, value }`. */
function parametersOf(auth: Members, type: string): ReadonlyMap<string, unknown> {
  const block = memberNamed(auth, type)
  if (Array.isArray(block)) return new Map(rowsOf(block).map(({ key, value }) => [key, value]))
  return new Map(isMembers(block) ? Object.entries(block) : [])
}

function apiKey(key: string, value: string, place: string): NotedAuthentication {
  if (key === '') return otherAuth('apikey')
  if (place !== 'query') return withHeader(key, value)
  return {
    ...unsaidAuth,
    query: [{ name: encodeName(key), value: encodeEnds(value), enabled: true }],
  }
}

const withHeader = (name: string, value: string): NotedAuthentication => ({
  ...unsaidAuth,
  headers: [{ name, value, enabled: true }],
})

const otherAuth = (type: string): NotedAuthentication => ({ ...unsaidAuth, authorization: otherAuthorization(type) })
