import { scopesOf } from '../../common/scope.ts'
import type { RecordedToken } from '../../contract/history.ts'
import { isMembers, type Members } from '../json/json-members.ts'
import { digest } from './digest.ts'
import type { TokenFacts } from './facts.ts'

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
  if (answered !== null) return { as: 'scopes', names: inOrder(scopesOf(answered)) }
  for (const name of ['scope', 'scp', 'scopes']) {
    const scopes = listIn(claims[name])
    if (scopes !== null) return { as: 'scopes', names: inOrder(scopes.flatMap(scopesOf)) }
  }
  const roles = listIn(claims['roles']) ?? listIn(claims['permissions'])
  if (roles !== null) return { as: 'roles', names: inOrder(roles.flatMap(scopesOf)) }
  return requested === '' ? null : { as: 'scopes', names: inOrder(scopesOf(requested)) }
}

const inOrder = (names: readonly string[]): string => bounded([...new Set(names)].toSorted().join(' '))

/** A longer text is kept as what tells it from others: a token may have a thousand scopes. */
const mostKept = 2000

const bounded = (text: string): string => (text.length > mostKept ? `sha256 ${digest(text)}` : text)

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? bounded(value) : null)

function listIn(value: unknown): string[] | null {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
}

function membersIn(text: string | null): Members {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isMembers(value) ? value : {}
  } catch {
    return {}
  }
}
