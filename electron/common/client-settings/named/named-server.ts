import { hostOf } from '../../host-of.ts'
import { issuerOf } from '../../metadata-urls.ts'
import type { KnownProvider, SettingsFields } from '../client-settings.ts'
import { providerOfUrl } from '../provider-of-url.ts'
import { plainAddress } from '../request-endpoint.ts'
import type { Meant } from './choose-named.ts'
import { namesServer, providerOfWords } from './named-provider.ts'
import type { Meaning } from './settings-names.ts'

/** Where people log in, which is no endpoint of this flow. */
const isOfUser = (text: string): boolean => /\/(?:oauth2?\/auth|authorize|authorization)\/?(?:[?#]|$)/i.test(text)

/** Text of this meaning, which is used by that. */
export type Take = (meaning: Meaning, isMeant?: (one: Meant) => boolean) => string

export function serverFields(
  take: Take,
): Pick<SettingsFields, 'issuer' | 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint' | 'jwks_uri'> {
  const isToken = (text: string): boolean => /token[^/?#]*\/?(?:[?#]|$)/i.test(text)
  const token = take('token_endpoint') || take('server', ({ text }) => isToken(text))
  const issuer = issuerOf(
    take('issuer') || take('server', ({ text }) => /^https?:\/\//i.test(text) && !isToken(text) && !isOfUser(text)),
  )
  return {
    ...textField('token_endpoint', token),
    ...textField('issuer', asUrl(issuer)),
    ...textField('introspection_endpoint', take('introspection_endpoint')),
    ...textField('revocation_endpoint', take('revocation_endpoint')),
    ...textField(
      'jwks_uri',
      take('jwks_uri', ({ text }) => /^https?:\/\//i.test(text)),
    ),
  }
}

interface Known {
  meant: readonly Meant[]
  take: Take
  addresses: readonly (string | undefined)[]
}

/** The provider by its own name or address, with the parts of its addresses that the texts have; and the base of them. */
export function knownProvider({ meant, take, addresses }: Known): { provider: KnownProvider | null; base: string } {
  const found = plainAddress(asUrl(take('base', isBase)))
  const named = meant.map(({ before }) => providerOfWords(before)).find((provider) => provider !== null)
  const ofAddress = [...addresses, found].map((address) => providerOfUrl(address ?? '')?.id)
  const hasDirectory = meant.some(({ meaning, text }) => meaning === 'tenant' && isDirectory(text))
  const hasPool = meant.some(({ meaning, text }) => meaning === 'user_pool' && isPool(text))
  const ofParts = hasDirectory ? 'entra' : hasPool ? 'cognito' : undefined
  const id = named ?? ofAddress.find((provider) => provider !== undefined) ?? ofParts
  // Other services of Azure have addresses by names like those of Entra.
  const base = id === 'entra' && providerOfUrl(found)?.id !== 'entra' ? '' : found
  if (id === undefined) return { provider: null, base }
  const tenant = id === 'entra' ? take('tenant') : ''
  const realm = id === 'keycloak' || id === 'forgerock' ? take('realm') : ''
  const pool = id === 'cognito' ? take('user_pool') : ''
  // Cognito's preset has hosts, and the region is the beginning of the pool's ID.
  const domain = id === 'cognito' ? hostOf(base) : ''
  const [region = ''] = pool.split('_', 1)
  const placeholders = Object.entries({ base, tenant, realm, pool, domain, region }).filter(([, text]) => text !== '')
  return { provider: { id, placeholders: Object.fromEntries(placeholders) }, base }
}

const isBase = ({ before, text }: Meant): boolean =>
  /^(?:https?:\/\/)?[^\s./@]+(?:\.|:\d|$)[^\s@]*$/i.test(text) &&
  !isOfUser(text) &&
  (namesServer(before) || providerOfUrl(asUrl(text)) !== null)

const asUrl = (text: string): string => (text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`)

/** The ID of a directory of Microsoft Entra. */
const isDirectory = (text: string): boolean =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^[\w-]+\.onmicrosoft\.com$/i.test(text.trim())

/** The ID of a user pool of Amazon Cognito begins with its region. */
const isPool = (text: string): boolean => /^[a-z]{2}(?:-[a-z]{2,10}){1,2}-\d_\w{5,50}$/.test(text.trim())

const textField = (
  name: 'issuer' | 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint' | 'jwks_uri',
  text: string,
): SettingsFields => (text === '' ? {} : { [name]: plainAddress(text) })
