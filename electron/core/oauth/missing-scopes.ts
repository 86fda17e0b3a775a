import { type ScopedToken, scopesOfCall } from '../../common/scopes-of-call.ts'
import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'

/** The scopes that a call lists and its token does not have, as far as is known. @see RFC 6750 §3.1 */
export function missingScopeFindings(scope: string, token: ScopedToken, status: number): Finding[] {
  const { missing, granted } = scopesOfCall(scope, token)
  if (missing === null || missing.length === 0) return []
  const evidence = { missing: missing.join(' '), granted: granted?.join(' ') ?? '', status: String(status) }
  return [finding('api_scopes_missing', evidence)]
}
