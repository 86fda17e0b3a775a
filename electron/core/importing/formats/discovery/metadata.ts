import { authMethods } from '../../../../vocabulary/client-authentication.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import type { ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'

/** By the members that it must have, and one that only a server has. @see RFC 8414 §2, OpenID Connect Discovery §3 */
export const isMetadata = (value: unknown): value is Members =>
  isMembers(value) &&
  textOf(value, 'issuer') !== '' &&
  serverMembers.some((name) => memberNamed(value, name) !== undefined)

const serverMembers = [
  'token_endpoint',
  'authorization_endpoint',
  'jwks_uri',
  'response_types_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
]

export const textOf = (members: Members, name: string): string => {
  const value = memberNamed(members, name)
  return typeof value === 'string' ? value.trim() : ''
}

export const textsOf = (members: Members, name: string): string[] | null => {
  const value = memberNamed(members, name)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
}

export function clientOfMetadata(metadata: Members, file: ParsedFile): { clients: DraftClient[]; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const grants = textsOf(metadata, 'grant_types_supported')
  if (grants !== null && !grants.includes('client_credentials'))
    notes.push({
      fact: { code: 'grant_not_listed', evidence: { grants } },
      place: file.at('grant_types_supported'),
      call: '',
    })
  const listed = textsOf(metadata, 'token_endpoint_auth_methods_supported')
  const methods = authMethods.filter(
    (method) => method !== 'none' && (listed ?? ['client_secret_basic']).includes(method),
  )
  const [method] = methods
  const place = file.at('token_endpoint_auth_methods_supported')
  for (const name of method === undefined ? (listed ?? []) : [])
    notes.push({ fact: { code: 'not_used', evidence: { name } }, place, call: '' })
  if (method !== undefined && methods.length > 1)
    notes.push({ fact: { code: 'method_guessed', evidence: { method } }, place, call: '' })
  return {
    clients: [{ name: '', place: file.at('issuer'), settings: settingsOf(metadata, method), secrets: {} }],
    notes,
  }
}

/** What the app can keep of it. */
function settingsOf(metadata: Members, method: SettingsFields['token_endpoint_auth_method']): SettingsFields {
  const aliases = memberNamed(metadata, 'mtls_endpoint_aliases')
  const named = <Name extends string>(members: Members, names: readonly Name[]): Partial<Record<Name, string>> => {
    const found: Partial<Record<Name, string>> = {}
    for (const name of names) {
      const text = textOf(members, name)
      if (text !== '') found[name] = text
    }
    return found
  }
  const endpoints = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const
  return {
    ...named(metadata, ['issuer', ...endpoints, 'jwks_uri']),
    ...(method !== undefined && { token_endpoint_auth_method: method }),
    ...(isMembers(aliases) && { aliases: named(aliases, endpoints) }),
  }
}
