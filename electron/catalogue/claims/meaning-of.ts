import { assertNever } from '../../common/assert-never.ts'
import type { Entry, Unit } from './entry.ts'
import { introspectionResponse } from './introspection.ts'
import { joseHeader } from './jose-header.ts'
import { jwtClaims } from './jwt-claims.ts'
import { pasetoClaims } from './paseto.ts'
import type { Provider, ProviderEntry, ProviderNames } from './provider-claims.ts'
import { providerAnswers, providerClaims } from './provider-claims.ts'
import { tokenResponse } from './token-response.ts'

/** Where a name is: the same name means something else in a header than among claims. */
export type Place = 'claims' | 'header' | 'introspection' | 'token_response' | 'paseto'

export interface Meaning {
  /** By the registry; null for a name that no standard registers. */
  registered: Entry | null
  /** By the provider the issuer belongs to; when it is unknown, by each that uses the name. */
  byProvider: readonly ProviderEntry[]
  unit: Unit | null
}

/** What a name stands for in its place; empty for a private one. */
export function meaningOf(place: Place, name: string, provider: Provider | null): Meaning {
  const registered = registeredIn(place, name)
  const theirs = namesOf(place)
  const byProvider = theirs === null ? [] : entriesOf(theirs, name, provider)
  return { registered, byProvider, unit: registered?.unit ?? byProvider[0]?.unit ?? null }
}

/** A name that cannot collide, for it begins with what its maker owns. */
const publicClaim: Entry = { meaning: 'Public name of its maker', section: 'RFC 7519 §4.2', unit: null }

function registeredIn(place: Place, name: string): Entry | null {
  switch (place) {
    case 'claims':
      return jwtClaims.get(name) ?? (/^https?:\/\//.test(name) ? publicClaim : null)
    case 'header':
      return joseHeader.get(name) ?? null
    case 'introspection':
      return introspectionResponse.get(name) ?? jwtClaims.get(name) ?? null
    case 'token_response':
      return tokenResponse.get(name) ?? null
    case 'paseto':
      return pasetoClaims.get(name) ?? null
    default:
      return assertNever(place)
  }
}

function namesOf(place: Place): ProviderNames | null {
  switch (place) {
    case 'claims':
    case 'introspection':
      return providerClaims
    case 'token_response':
      return providerAnswers
    case 'header':
    case 'paseto':
      return null
    default:
      return assertNever(place)
  }
}

function entriesOf({ exact, prefixed }: ProviderNames, name: string, provider: Provider | null) {
  const known = exact.get(name) ?? []
  const matching = known.length > 0 ? known : matchingPrefix(prefixed, name)
  return provider === null ? matching : matching.filter((entry) => entry.provider === provider)
}

function matchingPrefix(prefixed: ProviderNames['prefixed'], name: string): readonly ProviderEntry[] {
  const found = prefixed.find(([prefix]) => name.startsWith(prefix))
  return found === undefined ? [] : [found[1]]
}
