import type { Drift } from '../../contract/drift.ts'
import { milliseconds } from '../milliseconds.ts'
import { timeSpan } from '../time-span.ts'

/** A part of a line: words, or what goes over the wire. */
export type ChangePart = { text: string; isBytes: boolean }

const words = (text: string): ChangePart => ({ text, isBytes: false })
const bytes = (text: string | null): ChangePart =>
  text === null || text === '' ? words('none') : { text, isBytes: true }

/** What changed, in one line; texts of the server are as they came. */
export function driftChange(drift: Drift): ChangePart[] {
  const { kind, before, after, evidence } = drift
  switch (kind) {
    case 'signing_key':
      return [bytes(shortened(after)), words(' replaces '), bytes(shortened(before))]
    case 'algorithm':
    case 'issuer':
    case 'audience':
      return [bytes(before), words(' to '), bytes(after)]
    case 'lifetime':
      return [words(`${secondsOf(before)} to ${secondsOf(after)}`)]
    case 'scopes_gained':
    case 'scopes_lost':
      return [bytes(evidence['scopes'] ?? after)]
    case 'certificate_changed':
      return [words(certificateChange(evidence))]
    case 'certificate_ends':
      return [words(`Valid until ${dayOf(after)}`)]
    case 'server_clock':
      return [words(clockOf(Number(after)))]
    case 'outage':
      return [words(outageOf(drift))]
    case 'latency':
      return [words(`${millisecondsOf(before)} to ${millisecondsOf(after)}`)]
    case 'rate_limit':
      return [words(`${after ?? '?'} of ${before ?? '?'} requests left`)]
  }
}

/** The same as plain text. */
export const driftChangeText = (drift: Drift): string =>
  driftChange(drift)
    .map(({ text }) => text)
    .join('')

const secondsOf = (text: string | null): string => (text === null ? 'unknown' : `${text} s`)
const millisecondsOf = (text: string | null): string => (text === null ? 'unknown' : milliseconds(Number(text)))

function shortened(text: string | null): string | null {
  return text === null || text.length <= 12 ? text : `${text.slice(0, 4)}…${text.slice(-3)}`
}

/** `2027-01-28` of a time in UTC. */
const dayOf = (text: string | null | undefined): string => (text ?? 'an unknown day').slice(0, 10)

function certificateChange(evidence: Readonly<Record<string, string>>): string {
  const { renewed, ends, issuer, issuerBefore } = evidence
  if (renewed === 'yes') return `Renewed, valid until ${dayOf(ends)}`
  const by = issuer !== undefined && issuer !== issuerBefore ? `, issued by ${issuer}` : ''
  return `Another one, valid until ${dayOf(ends)}${by}`
}

function clockOf(offset: number): string {
  return offset >= 0 ? `${timeSpan(offset)} ahead of this computer` : `${timeSpan(offset)} behind this computer`
}

function outageOf({ at, after, endedAt }: Drift): string {
  const failed = `${after ?? 'Several'} ${after === '1' ? 'request' : 'requests'} failed in a row`
  return endedAt === null ? `${failed}, not over` : `${failed}, over after ${timeSpan(endedAt - at)}`
}
