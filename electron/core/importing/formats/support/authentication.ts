import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import type { DraftAuthorization } from '../../drafts/import-draft.ts'
import type { Given } from './given.ts'
import type { Reader } from './reader.ts'
import { encodeForQuery, type Template, templateText, withPlain } from './template.ts'

/** What an authentication that is set for a request, or for all in a folder, adds to each. */
export interface Authentication {
  authorization: DraftAuthorization
  headers: readonly ApiHeader[]
  query: readonly QueryParameter[]
}

/** One with what should be known of it. */
export interface NotedAuthentication extends Authentication {
  facts: readonly ImportFact[]
}

/** The names of what the file says is a key: headers and parameters that authenticate. */
export const keysOf = ({ headers, query }: Pick<Authentication, 'headers' | 'query'>): string[] => [
  ...new Set([...headers, ...query].map(({ name }) => name)),
]

export const authorizedBy = (authorization: DraftAuthorization): Authentication => ({
  authorization,
  headers: [],
  query: [],
})

/** OAuth with another grant. */
export const otherGrant = (grant: string): DraftAuthorization => ({
  kind: 'other',
  fact: { code: 'other_grant', evidence: { grant } },
})

/** What is no OAuth, by the name that the file has for it. */
export const otherAuthorization = (type: string): DraftAuthorization => ({
  kind: 'other',
  fact: { code: 'other_authorization', evidence: { type } },
})

/** The header, or nothing where there is no value. */
export const headerAuthentication = (name: string, value: string): Authentication => ({
  authorization: { kind: 'none' },
  headers: name === '' || value === '' ? [] : [{ name, value, enabled: true }],
  query: [],
})

export const queryAuthentication = (name: Template, value: Template): Authentication => ({
  authorization: { kind: 'none' },
  headers: [],
  query:
    templateText(name) === ''
      ? []
      : [{ name: withPlain(name, encodeForQuery), value: withPlain(value, encodeForQuery), enabled: true }],
})

/** `Bearer token`, with the prefix that is given. */
export const prefixed = (prefix: string, token: string): string =>
  [prefix, token].filter((part) => part !== '').join(' ')

/** The value of a header; that of Authorization with its token. */
export const headerText = (header: Given, name: string, reader: Reader, call: string): string =>
  name.toLowerCase() === 'authorization'
    ? reader.token(header, 'value', call)
    : reader.text(header, 'value', call).trim()

/** Tools write ID and secret into Basic as they are, which differs from the standard only where there is something to encode. @see RFC 6749 §2.3.1 */
export const basicMethod = (id: string, secret: string): SettingsFields => ({
  token_endpoint_auth_method: 'client_secret_basic',
  ...(/^[\w.*-]*$/.test(id + secret) ? {} : { basicEncoding: 'raw' }),
})

/** An authorization of a call whose headers name one is what they say. */
export function withHeaders(authorization: DraftAuthorization, headers: readonly ApiHeader[]): DraftAuthorization {
  const isTyped = headers.some(({ name, enabled }) => enabled && /^authorization$/i.test(name))
  return authorization.kind === 'none' && isTyped ? { kind: 'unsaid' } : authorization
}
