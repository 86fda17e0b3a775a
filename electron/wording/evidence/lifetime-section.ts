import { memberOf, readableClaims } from '../../common/json-source.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'
import { timeOf as timeOfClaim } from '../../common/claim-time.ts'
import { utc } from '../../common/utc.ts'
import { duration } from '../duration.ts'

/** Issued, expires, revoked: of a held token as the app reckons it, of another by its claims. */
export function lifetimeSection(subject: EvidenceSubject): Section[] {
  const { held } = subject
  if (held === null) {
    const at = (name: string) => claimed(subject, name)
    return sectionOf('Lifetime', [
      factsOf([
        ['Issued', timeOf(at('iat'))],
        ['Not before', timeOf(at('nbf'))],
        ['Expires', timeOf(at('exp'))],
      ]),
    ])
  }
  const { lifetime, clockOffset, revokedAt } = held
  const byClaim = byThisClock(subject, 'exp')
  return sectionOf('Lifetime', [
    factsOf([
      ['Issued', timeOf(lifetime.issuedAt)],
      ['Expires', timeOf(lifetime.expiresAt) ?? 'unknown'],
      ['Expires by its exp', isAnother(lifetime.expiresAt, byClaim) ? timeOf(byClaim) : null],
      ['Revocation accepted', timeOf(revokedAt)],
      ['Clock of the server', clockOf(clockOffset)],
    ]),
    { kind: 'prose', text: 'These times are those of the clock of the computer that made this.' },
  ])
}

/** Whether the token lives, when the summary is made: by its exp or by the token response, whichever is earlier. */
export function lifetimeStatus(subject: EvidenceSubject): string {
  const { held, madeAt } = subject
  if (held !== null && held.revokedAt !== null) return 'revoked'
  const notBefore = byThisClock(subject, 'nbf')
  if (notBefore !== null && notBefore > madeAt) return 'not valid yet'
  const ends = [byThisClock(subject, 'exp'), held && held.lifetime.expiresAt].filter((at) => at !== null)
  if (ends.length === 0) return 'unknown'
  const end = Math.min(...ends)
  const span = duration(String(Math.round(Math.abs(end - madeAt) / 1000)))
  return end <= madeAt ? `expired ${span} ago` : `valid for ${span} more`
}

/** A time that the claims tell, in milliseconds since 1970. */
function claimed({ decoded }: EvidenceSubject, name: string): number | null {
  const claims = readableClaims(decoded)
  const time = claims && timeOfClaim(memberOf(claims, name)?.source)
  return time === null ? null : time.seconds * 1000
}

/** The same by the clock of this computer. */
function byThisClock(subject: EvidenceSubject, name: string): number | null {
  const at = claimed(subject, name)
  return at === null ? null : at - (subject.held?.clockOffset ?? 0)
}

/** Milliseconds by which two reckonings of one time may differ. */
const tolerated = 5000

const isAnother = (at: number | null, other: number | null) =>
  other !== null && (at === null || Math.abs(at - other) > tolerated)

const timeOf = (at: number | null) => (at === null ? null : utc(at))

function clockOf(offset: number): string {
  if (offset === 0) return 'no difference seen'
  return `${duration(String(Math.round(Math.abs(offset) / 1000)))} ${offset > 0 ? 'ahead' : 'behind'}`
}
