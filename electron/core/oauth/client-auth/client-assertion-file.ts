import type { ClientAuth } from 'oauth4webapi'
import { putAssertion } from './client-assertion.ts'

/** An assertion that something else made (workload identity), sent as it is. @see RFC 7523 §2.2 */
export function clientAssertionFile(assertion: string): ClientAuth {
  return (_server, { client_id }, body) => putAssertion(body, client_id, assertion)
}
