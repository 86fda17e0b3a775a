import type { Case } from './case.ts'

/** What APIs answer where a token or its proof is not accepted. @see RFC 6750 §3.1, RFC 9449 §7.1 */
const errors: ReadonlySet<string> = new Set(['invalid_token', 'insufficient_scope', 'invalid_dpop_proof'])

/** True where an API answered that it does not accept the call, or may mean that. A web page is not about a token. */
export function refusesToken({ step, answer }: Pick<Case, 'step' | 'answer'>): boolean {
  if (step !== 'api' || answer === null) return false
  const { status, error, isWebPage, challenges } = answer
  if (isWebPage && challenges.length === 0) return false
  return status === 401 || status === 403 || (status === 400 && errors.has(error ?? ''))
}
