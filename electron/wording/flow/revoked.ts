import type { FlowAct } from '../../contract/flow.ts'
import type { VerdictWords } from './verdict.ts'

type Ended = Pick<FlowAct, 'name' | 'state' | 'result'>

export const notRevoked: VerdictWords = {
  title: 'Nothing was revoked',
  reason: 'This environment has no revocation endpoint.',
}

/** A revocation that was accepted, and what was seen of its effect. */
export function revokedWords(acts: readonly Ended[]): VerdictWords {
  const isInactive = acts.some(({ name, state }) => name === 'introspect_again' && state === 'passed')
  const isRefused = acts.some(({ name, state }) => name === 'call_again' && state === 'passed')
  if (isRefused && acts.some(({ name, result }) => name === 'call_again' && isForbidden(result))) {
    return isInactive
      ? { title: 'The revocation took effect at the server', reason: `The server says inactive. ${forbidden}` }
      : { title: 'The server accepted the revocation', reason: forbidden }
  }
  if (isInactive && isRefused) {
    return { title: 'The revocation took effect', reason: 'The server says inactive, and the API refuses the token.' }
  }
  if (isInactive) {
    return {
      title: 'The revocation took effect at the server',
      reason: 'The server says inactive. No API was called, so whether one still accepts the token is not known.',
    }
  }
  if (isRefused) return { title: 'The revocation took effect at the API', reason: 'The API refuses the token now.' }
  return {
    title: 'The server accepted the revocation',
    reason: 'Nothing shows its effect: there is no introspection endpoint, and no API was called.',
  }
}

/** A token that is not valid is answered with 401; 403 is said of one that is. @see RFC 6750 §3.1 */
const isForbidden = (result: Ended['result']): boolean => result?.kind === 'answered' && result.status === 403
const forbidden = 'The API answered 403, which may have another reason.'
