import type { ReadSettings, SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import type { NamedText } from '../../../../common/client-settings/named/named-text.ts'
import { isPlaceholder } from '../../../../common/client-settings/placeholder.ts'

/** A registration with the names that it and its provider have in the file. */
export interface SpringClient {
  id: string
  used: readonly string[]
  /** Its grant, where that is another one: then it is no client of ours. */
  otherGrant: string | null
  read: ReadSettings
}

/** The profiles that a document is for, as Spring Boot names files for them. */
export const springProfiles = (texts: readonly NamedText[]): string[] =>
  texts.flatMap(({ name, text }) => (/^spring\.(?:config\.activate\.on-profile|profiles)$/.test(name) ? [text] : []))

type Part = Map<string, { name: string; text: string }>

/**
 * The clients of Spring Security, each with the provider that it names, or that has its name. Null where the texts have none.
 * @see https://docs.spring.io/spring-security/reference/servlet/oauth2/client/core.html
 */
export function springClients(texts: readonly NamedText[]): SpringClient[] | null {
  const [registrations, providers] = [new Map<string, Part>(), new Map<string, Part>()]
  for (const { name, text } of texts) {
    const found = propertyOf(name)
    if (found === null) continue
    const parts = found.kind === 'registration' ? registrations : providers
    const part = parts.get(found.id) ?? new Map<string, { name: string; text: string }>()
    parts.set(found.id, part)
    const known = found.property === 'scope' ? part.get('scope') : undefined
    part.set(found.property, { name, text: known === undefined ? text.trim() : `${known.text} ${text.trim()}` })
  }
  if (registrations.size === 0) return null
  return [...registrations].map(([id, registration]) => {
    const provider = providers.get((registration.get('provider')?.text ?? id).toLowerCase())
    const used = [registration, provider ?? new Map<string, { name: string }>()].flatMap((part) =>
      [...part.values()].map(({ name }) => name),
    )
    return { id, used, otherGrant: otherGrantOf(registration), read: readRegistration(registration, provider) }
  })
}

const ofRegistration = new Set([
  'clientid',
  'clientsecret',
  'clientname',
  'clientauthenticationmethod',
  'authorizationgranttype',
  'redirecturi',
  'scope',
  'provider',
])
const ofProvider = new Set([
  'tokenuri',
  'issueruri',
  'jwkseturi',
  'authorizationuri',
  'userinfouri',
  'userinfoauthenticationmethod',
  'usernameattribute',
])

const beginning = 'spring.security.oauth2.client.'

/** `spring.security.oauth2.client.registration.ID.client-id`, or the same in capitals with `_` between. */
function propertyOf(name: string): { kind: 'registration' | 'provider'; id: string; property: string } | null {
  const plain = name.toLowerCase().replaceAll('_', '.')
  if (!plain.startsWith(beginning)) return null
  const [kind = '', ...steps] = plain.slice(beginning.length).split('.')
  if (kind !== 'registration' && kind !== 'provider') return null
  const known = kind === 'registration' ? ofRegistration : ofProvider
  for (let at = 1; at < steps.length; at++) {
    const written = steps.slice(at).join('').replaceAll('-', '')
    // A list has a line for each item.
    const property = /^scope(?:\d+|\[\d+\])$/.test(written) ? 'scope' : written
    if (known.has(property)) return { kind, id: steps.slice(0, at).join('.'), property }
  }
  return null
}

function otherGrantOf(registration: Part): string | null {
  const grant = (registration.get('authorizationgranttype')?.text ?? '').toLowerCase()
  return grant === '' || grant === 'client_credentials' ? null : grant
}

const methods: Readonly<Record<string, NonNullable<SettingsFields['token_endpoint_auth_method']>>> = {
  basic: 'client_secret_basic',
  client_secret_basic: 'client_secret_basic',
  post: 'client_secret_post',
  client_secret_post: 'client_secret_post',
  client_secret_jwt: 'client_secret_jwt',
  private_key_jwt: 'private_key_jwt',
  none: 'none',
}

function readRegistration(registration: Part, provider: Part | undefined): ReadSettings {
  const of = (property: string): string => registration.get(property)?.text ?? ''
  const ofServer = (property: string): string => provider?.get(property)?.text ?? ''
  const method = methods[of('clientauthenticationmethod').toLowerCase()]
  const secret = of('clientsecret')
  const scope = of('scope')
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ')
  return {
    fields: {
      client_id: of('clientid'),
      ...(ofServer('tokenuri') === '' ? {} : { token_endpoint: ofServer('tokenuri') }),
      ...(ofServer('issueruri') === '' ? {} : { issuer: ofServer('issueruri') }),
      ...(ofServer('jwkseturi') === '' ? {} : { jwks_uri: ofServer('jwkseturi') }),
      ...(method === undefined ? {} : { token_endpoint_auth_method: method }),
      ...(scope === '' ? {} : { scope }),
    },
    secrets: secret === '' || isPlaceholder(secret) ? {} : { client_secret: secret },
    provider: null,
    notes: [],
  }
}
