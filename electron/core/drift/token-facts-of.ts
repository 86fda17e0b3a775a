import { scopesOf } from '../../common/scope.ts'
import type { RecordedToken } from '../../contract/history.ts'
import { isMembers, type Members } from '../json/json-members.ts'
import { bounded } from './bounded.ts'
import type { TokenFacts } from './facts.ts'

/** Values of a list, and characters of scopes: of more nothing is compared. */
const most = { values: 1000, scopes: 100_000 }

/** What of a token that was issued stays the same from one to the next. */
export function tokenFactsOf(token: RecordedToken, scopeRequested: string): TokenFacts {
  const [header, claims] = [membersIn(token.header), membersIn(token.claims)]
  const audience = listIn(claims['aud'])
  return {
    fingerprint: token.fingerprint,
    kid: textIn(header['kid']) ?? textIn(header['x5t#S256']) ?? textIn(header['x5t']),
    alg: textIn(header['alg']),
    issuer: textIn(claims['iss']),
    audience: audience === null ? null : inOrder(audience),
    lifetime: token.lifetime,
    expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] : null,
    granted: grantedBy(token.scopeGranted, claims, scopeRequested),
  }
}

/**
 * What the answer says, else the token, else what was requested: an answer may leave it out when it is the same. Microsoft Entra
 * and Auth0 say it as `roles` and `permissions`. @see RFC 6749 §5.1
 */
function grantedBy(answered: string | null, claims: Members, requested: string): TokenFacts['granted'] {
  if (answered !== null) return granted('scopes', answered)
  for (const name of ['scope', 'scp', 'scopes']) {
    const scopes = listIn(claims[name])
    if (scopes !== null) return granted('scopes', scopes.join(' '))
  }
  const roles = listIn(claims['roles']) ?? listIn(claims['permissions'])
  if (roles !== null) return granted('roles', roles.join(' '))
  return requested === '' ? null : granted('scopes', requested)
}

const granted = (as: 'scopes' | 'roles', names: string): TokenFacts['granted'] =>
  names.length > most.scopes ? null : { as, names: inOrder(scopesOf(names)) }

const inOrder = (names: readonly string[]): string => bounded([...new Set(names)].toSorted().join(' '))

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? bounded(value) : null)

function listIn(value: unknown): string[] | null {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value) || value.length > most.values) return null
  return value.every((item) => typeof item === 'string') ? value : null
}

function membersIn(text: string | null): Members {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isMembers(value) ? value : {}
  } catch {
    return {}
  }
}
