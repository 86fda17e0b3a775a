import { memberOf, readableClaims, stringOf } from '../../../electron/common/json-source.ts'
import { withoutEnding } from '../../../electron/common/without-ending.ts'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { Environment } from '../../../electron/contract/environment.ts'

/** The issuer that a token names; null when it names none or cannot be read. */
export function issuerOfToken(decoded: DecodedToken): string | null {
  const claims = readableClaims(decoded)
  return claims === null ? null : stringOf(memberOf(claims, 'iss')?.source)
}

interface Matches<Configured> {
  /** Environments with exactly this issuer. @see RFC 8414 §3.3 */
  exact: readonly Configured[]
  /** Those whose issuer differs in what people overlook: a slash at the end, upper case, a default port, http. */
  almost: readonly Configured[]
}

export function issuerMatches<Configured extends Pick<Environment, 'issuer'>>(
  issuer: string,
  environments: readonly Configured[],
): Matches<Configured> {
  const configured = environments.filter((environment) => environment.issuer !== '')
  const likeness = likenessOf(issuer)
  return {
    exact: configured.filter((environment) => environment.issuer === issuer),
    almost: configured.filter(
      (environment) => environment.issuer !== issuer && likenessOf(environment.issuer) === likeness,
    ),
  }
}

function likenessOf(issuer: string): string {
  try {
    const { host, pathname } = new URL(issuer)
    return `${host}${withoutEnding(pathname, '/')}`.toLowerCase()
  } catch {
    return issuer.trim().toLowerCase()
  }
}
