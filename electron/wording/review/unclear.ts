import { oneOf } from '../../common/one-of.ts'
import { uncapital } from '../../common/uncapital.ts'
import { type UnclearProbe, unclearProbes } from '../../vocabulary/review.ts'

/** Why the answers to a probe do not say. */
const unclearWords: Readonly<Record<UnclearProbe, string>> = {
  not_sent: 'A request could not be sent',
  no_answer: 'No answer came',
  no_token: 'No token was issued for the probe',
  same_token: 'The server issued the token again that is in use',
  same_audience: 'The token has the same audience as before',
  opaque_token: 'The token cannot be read',
  scope_granted: 'The server granted the scope all the same',
  not_active_before: 'The client itself did not see the token as active',
  call_failed_before: 'The call failed before anything was changed',
  not_refused: 'A token was issued for made-up credentials',
  no_token_needed: 'The call works without a token',
  redirected: 'The answer redirects to another address',
  refused_otherwise: 'The request was refused for another reason',
  server_error: 'The server failed',
  not_readable: 'The answer cannot be read',
  cancelled: 'Cancelled',
}

/** The same of the evidence `why`, as the end of a line: it begins small and has no full stop. */
export function unclearText(why: string): string {
  const known = oneOf(unclearProbes, why)
  return known === null ? 'the answers do not say' : uncapital(unclearWords[known])
}
