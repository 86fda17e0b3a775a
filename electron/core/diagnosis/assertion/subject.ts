import { cause, type Cause } from '../check.ts'
import type { Case } from '../case.ts'
import type { AssertionFacts } from '../facts/assertion-facts.ts'

/** Whether `iss` and `sub` are the client. An assertion of another issuer is another thing. @see RFC 7523 §3 */
export function subjectOf(kase: Case, { iss, sub }: AssertionFacts): Cause[] {
  const { settings, request } = kase
  if (settings?.token_endpoint_auth_method === 'client_assertion_file' && iss !== sub) return []
  const client_id = settings?.client_id || request.parameters.get('client_id')?.[0] || null
  const expected = client_id ?? sub ?? iss
  const wrong = (
    [
      ['sub', sub],
      ['iss', iss],
    ] as const
  ).find(([, value]) => value === null || value !== expected)
  if (wrong === undefined) return []
  const [claim, value] = wrong
  const evidence = { claim, ...(value !== null && { value }), ...(client_id !== null && { client_id }) }
  return [cause(kase, 'assertion_subject', { basis: 'seen', confidence: 'likely' }, evidence)]
}
