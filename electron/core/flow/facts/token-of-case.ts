import {
  memberOf,
  numberOf,
  readableClaims,
  readableHeader,
  stringListOf,
  stringOf,
} from '../../../common/json-source.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { TokenOfCase } from '../../diagnosis/facts/token-of-case.ts'
import { scopesOf, scopesOfClaims } from '../../../common/scope.ts'

/** What is known beside what the token says itself. */
export type TokenBeside = Partial<Pick<TokenOfCase, 'issuedAt' | 'expiresAt' | 'revokedAt' | 'type'>> & {
  /** Scopes granted by the answer, separated by spaces, for a token that does not say. */
  scope?: string
}

export function tokenOfCase(decoded: DecodedToken, beside: TokenBeside = {}): TokenOfCase {
  const claims = readableClaims(decoded)
  const header = readableHeader(decoded)
  const inHeader = (name: string) => (header === null ? null : stringOf(memberOf(header, name)?.source))
  const claim = (name: string) => (claims === null ? undefined : memberOf(claims, name)?.source)
  const time = (name: string) => {
    const seconds = numberOf(claim(name))
    return seconds === null ? null : seconds * 1000
  }
  return {
    kind: decoded.kind,
    claims,
    alg: inHeader('alg'),
    kid: inHeader('kid'),
    typ: inHeader('typ'),
    iss: stringOf(claim('iss')),
    aud: stringListOf(claim('aud')),
    scopes: (claims && scopesOfClaims(claims)) ?? scopesOf(beside.scope ?? ''),
    roles: stringListOf(claim('roles')),
    issuedAt: time('iat') ?? beside.issuedAt ?? null,
    notBefore: time('nbf'),
    expiresAt: time('exp') ?? beside.expiresAt ?? null,
    revokedAt: beside.revokedAt ?? null,
    isIdToken: ['nonce', 'at_hash', 'c_hash', 'auth_time'].some((name) => claim(name) !== undefined),
    binding: bindingOf(claim('cnf')),
    type: beside.type ?? '',
  }
}

function bindingOf(cnf: string | undefined): TokenOfCase['binding'] {
  if (cnf === undefined) return null
  if (cnf.includes('"jkt"')) return 'dpop'
  return cnf.includes('"x5t#S256"') ? 'certificate' : null
}
