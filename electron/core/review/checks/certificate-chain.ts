import type { EvidenceOf } from '../../../catalogue/evidence.ts'
import type { networkSecurity } from '../../../catalogue/review/network-security.ts'
import { isLoopbackHost } from '../../../common/loopback.ts'
import type { Certificate, TlsFacts, TransportFailure } from '../../../contract/exchange.ts'
import type { Seen } from '../../../contract/review.ts'
import type { RecordedFacts } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenIn } from '../check.ts'
import { day, dayOf, days } from '../parts/days.ts'
import { onePerHost } from '../parts/one-per-host.ts'
import { usesHttps } from '../parts/destinations.ts'
import { worstFirst } from '../parts/worst-first.ts'

/**
 * The certificates of the servers, as they were presented last. A renewal since then cannot be seen, so that an end that
 * has come closer in the meantime is no fault. @see RFC 6750 §5.2, RFC 9325 §4.5
 */
export const certificateChain: ReviewCheck = {
  name: 'certificate_chain',
  look: (kase) => {
    const { exchanges, now } = kase
    const hosts = onePerHost(exchanges.filter(({ tls, failure }) => (tls?.chain.length ?? 0) > 0 || isOfChain(failure)))
    const [first, ...others] = worstFirst(hosts.flatMap((host) => faults(host, now)))
    if (first !== undefined) return [first, ...others]
    const ends = hosts.flatMap(({ tls }) => endOf(tls?.chain[0]) ?? [])
    if (ends.length === 0) return [judged(usesHttps(kase) ? 'certificate_not_seen' : 'certificate_without_https', [])]
    const left = daysFrom(now, Math.min(...ends))
    return [judged('certificate_trusted', hosts.flatMap(seenOf), { days: left, count: String(hosts.length) })]
  },
}

type OfHost = RecordedFacts & { host: string }

type Problem = EvidenceOf<(typeof networkSecurity)['certificate_not_trusted']>['problem']

/** Certificates that are wrong by themselves, by the code of a failure and by that of Node. */
const byCode: Readonly<Partial<Record<TransportFailure['code'], Problem>>> = {
  tls_expired: 'tls_expired',
  tls_not_yet_valid: 'tls_not_yet_valid',
  tls_wrong_host: 'tls_wrong_host',
  tls_self_signed: 'tls_self_signed',
}
const byNodeCode: ReadonlyMap<string | null, Problem> = new Map([
  ['CERT_REVOKED', 'revoked'],
  ['INVALID_PURPOSE', 'purpose'],
  ['UNSPECIFIED', 'too_weak'],
  ['CA_MD_TOO_WEAK', 'too_weak'],
  ['EE_KEY_TOO_SMALL', 'too_weak'],
  ['CA_KEY_TOO_SMALL', 'too_weak'],
])

const problemOf = ({ code, nodeCode }: TransportFailure): Problem | null =>
  byCode[code] ?? (code === 'tls_other' ? byNodeCode.get(nodeCode) : undefined) ?? null

const isOfChain = (failure: TransportFailure | null): boolean =>
  failure !== null && (failure.code === 'tls_unknown_ca' || problemOf(failure) !== null)

function faults(recorded: OfHost, now: number): Judged[] {
  const { host, failure, tls } = recorded
  const problem = failure && problemOf(failure)
  if (problem !== null) return [judged('certificate_not_trusted', seenOf(recorded), { host, problem })]
  if (failure?.code === 'tls_unknown_ca') return [judged('certificate_authority_not_known', seenOf(recorded), { host })]
  if (tls === null) return []
  return [...acceptedByHand(recorded, tls), ...weak(recorded, tls), ...ending(recorded, tls, now)]
}

/** On this computer nobody can come between. */
function acceptedByHand(recorded: OfHost, { accepted }: TlsFacts): Judged[] {
  const { host, request } = recorded
  if (!accepted || isLoopbackHost(request.place?.hostname ?? '')) return []
  return [judged('certificate_accepted_by_hand', seenOf(recorded), { host })]
}

function weak(recorded: OfHost, { chain }: TlsFacts): Judged[] {
  const problems = new Set(chain.flatMap(({ problems }) => problems))
  return (['weak_key', 'weak_signature'] as const)
    .filter((problem) => problems.has(problem))
    .slice(0, 1)
    .map((problem) => judged('certificate_weak', seenOf(recorded), { host: recorded.host, problem }))
}

function ending(recorded: OfHost, { chain: [leaf] }: TlsFacts, now: number): Judged[] {
  const { host, at } = recorded
  if (leaf === undefined || endOf(leaf) === null || leaf.validTo - now >= soon(leaf)) return []
  // It was far from its end, and may have been renewed since.
  if (leaf.validTo - at >= soon(leaf)) {
    return [judged('certificate_not_seen_lately', seenOf(recorded), { host, days: daysFrom(at, now) })]
  }
  return [judged('certificate_ends', seenOf(recorded), { host, days: daysFrom(now, leaf.validTo) })]
}

/** What is renewed by itself is renewed before, certificates that live for days included. */
const soon = ({ validFrom, validTo }: Certificate): number => Math.min(14 * day, (validTo - validFrom) / 5)

/** Null where its date could not be read. */
const endOf = (leaf: Certificate | undefined): number | null =>
  (leaf?.validTo ?? 0) > 0 ? (leaf?.validTo ?? null) : null

const daysFrom = (from: number, to: number): string => String(Math.max(0, days(to - from)))

function seenOf(recorded: OfHost): Seen[] {
  const { host, tls, failure } = recorded
  const leaf = tls?.chain[0]
  if (leaf === undefined)
    return failure === null ? [] : [seenIn(recorded, 'tls', host, failure.nodeCode ?? failure.code)]
  const until = dayOf(leaf.validTo)
  return [seenIn(recorded, 'tls', host, [leaf.subject, leaf.publicKey ?? '', until].filter(Boolean).join(' · '))]
}
