import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { timeThere } from '../time-there.ts'
import { timesInWords } from '../times-in-words.ts'

/** Milliseconds by which clocks may differ before it can matter: servers allow some leeway, and Date has whole seconds. */
const tolerance = 30_000
const day = 86_400_000

const ofFuture =
  /in the future|not[ _]yet[ _]valid|not valid (?:yet|before)|(?:jwt|token) not active|used before|issued before|before its|"?nbf"?|"?iat"?\b|issued[ _]?at|ImmatureSignature|IDX10222/i
const ofPast = /expired\b(?!,? (?:or|revoked))|too old|no longer valid|stale|IDX10223|has passed|timed? ?out of range/i
const ofClocks =
  /clock|skew|reasonable timeframe|valid time ?range|time ?stamp|RequestTimeTooSkewed|Signature not yet current|outside (?:the|of the) (?:allowed|acceptable|valid)[^.]{0,30} (?:time|window)|system time/i

/** Whether clocks that differ explain a refusal: by the server's Date, by times in its words, or by the words alone. */
export const clock: Check = {
  name: 'clock',
  look(kase) {
    const { answer } = kase
    if (answer === null || answer.status < 400 || answer.status >= 500) return null
    const said = byOwnTimes(kase, answer.words)
    if (said !== null) return said
    const isOff = kase.clockOffset !== null && Math.abs(kase.clockOffset) > tolerance
    return isOff ? byDate(kase, answer.words) : byWords(kase, answer.words)
  },
}

/** A sentence that names the present of the server beside another time. */
function byOwnTimes(kase: Case, words: string): Cause[] | null {
  if (!ofFuture.test(words) && !ofPast.test(words) && !ofClocks.test(words)) return null
  const times = timesInWords(words)
  const now = times.find(({ isNow }) => isNow)
  if (now === undefined) return null
  const difference = now.at - kase.now
  const certain = { basis: 'number', confidence: 'certain' } as const
  if (Math.abs(difference) > tolerance) return [cause(kase, 'clock_skew', certain, evidenceOf(difference))]
  // What was sent begins later than now by the server's clock, which agrees with this computer's.
  const begin = times.find(({ at }) => at > now.at && at - now.at < day)
  if (begin === undefined || !ofFuture.test(words)) return []
  const seconds = String(Math.max(1, Math.round((begin.at - now.at) / 1000)))
  return [cause(kase, 'clock_skew', certain, { seconds, server: 'behind', about: 'issued' })]
}

/** The server's clock is off by its Date: that is why, where words or the times of what was sent fit. */
function byDate(kase: Case, words: string): Cause[] {
  const { clockOffset } = kase
  const offset = clockOffset ?? 0
  const sent = kase.step === 'api' ? kase.token : kase.request.assertion
  // What has expired by this computer's clock as well needs no other reason.
  if (sent !== null && sent.expiresAt !== null && sent.expiresAt <= kase.now) return []
  const isSaid = ofClocks.test(words) || (offset < 0 ? ofFuture.test(words) : ofPast.test(words))
  if (isSaid) return [cause(kase, 'clock_skew', { basis: 'number', confidence: 'certain' }, evidenceOf(offset))]
  if (!isOutsideThere(kase)) return []
  return [cause(kase, 'clock_skew', { basis: 'seen', confidence: 'likely' }, evidenceOf(offset))]
}

/** By the server's clock an assertion, a proof or the token is outside of its time, and by this computer's it is not. */
function isOutsideThere(kase: Case): boolean {
  const { now, request, token, step, answer } = kase
  const there = timeThere(kase)
  const isTimed = (begin: number | null, end: number | null): boolean =>
    (begin !== null && begin > there + tolerance && begin <= now + tolerance) ||
    (end !== null && end <= there && end > now)
  if (step === 'api') {
    const isProof = request.hasDpopProof && answer?.error === 'invalid_dpop_proof'
    return (
      isProof ||
      (answer?.status === 401 && token !== null && isTimed(token.notBefore ?? token.issuedAt, token.expiresAt))
    )
  }
  const { assertion } = request
  if (assertion !== null) return isTimed(assertion.notBefore ?? assertion.issuedAt, assertion.expiresAt)
  return request.hasDpopProof && answer?.error === 'invalid_dpop_proof'
}

/** Words that a correct clock here does not explain, without a Date that says by how much. */
function byWords(kase: Case, words: string): Cause[] {
  const { now, request, token, step } = kase
  if (/clock|skew|RequestTimeTooSkewed/i.test(words)) {
    return [cause(kase, 'clock_skew', { basis: 'words', confidence: 'likely' }, {})]
  }
  const sent = step === 'api' ? token : request.assertion
  const begin = sent === null ? null : (sent.notBefore ?? sent.issuedAt)
  const isFuture = ofFuture.test(words) && !/missing|required/i.test(words)
  if (isFuture && begin !== null && begin <= now + tolerance && !ofPast.test(words)) {
    const confidence = step === 'api' || kase.clockOffset === null ? 'likely' : 'possible'
    return [cause(kase, 'clock_skew', { basis: 'words', confidence }, { server: 'behind' })]
  }
  if (/reasonable timeframe|valid time ?range/i.test(words)) {
    return [cause(kase, 'clock_skew', { basis: 'words', confidence: 'possible' }, {})]
  }
  const isPast = ofPast.test(words) && sent !== null && sent.expiresAt !== null && sent.expiresAt > now + tolerance
  return isPast ? [cause(kase, 'clock_skew', { basis: 'experience', confidence: 'possible' }, { server: 'ahead' })] : []
}

const evidenceOf = (offset: number) => ({
  seconds: String(Math.round(Math.abs(offset) / 1000)),
  server: offset > 0 ? 'ahead' : 'behind',
})
