import { z } from 'zod'
import { utc } from '../../common/utc.ts'
import type { CertificateFacts, ServerFacts } from './facts.ts'
import { type Found, found, type Step, unchanged, type Update } from './step.ts'

const knownSchema = z.strictObject({
  fingerprint: z.string(),
  subject: z.string(),
  names: z.string(),
  authority: z.string(),
  validTo: z.number(),
  /** How often its end was said, and the drift that said so. */
  warned: z.number(),
  warnings: z.array(z.string()),
})
type Known = z.infer<typeof knownSchema>

/** The certificates that were presented, the newest last: several servers behind one name may have one each. */
export const certificatesSchema = z.strictObject({ known: z.array(knownSchema), exchangeId: z.string() })
export type Certificates = z.infer<typeof certificatesSchema>

const mostKept = 8
const day = 86_400_000
/** Before its end a certificate is said to end: once, and once more. One of few days is renewed late, so they shrink with it. */
const warnings = [21 * day, 7 * day] as const
const usualValidity = 90 * day

/** The certificate changed, or is about to end. A renewal is noted as expected. */
export function noticeCertificate(part: Certificates | null, facts: ServerFacts): Step<Certificates | null> {
  const { certificate, exchangeId } = facts
  if (certificate === null) return unchanged(part)
  const same = part?.known.find(({ fingerprint }) => fingerprint === certificate.fingerprint)
  const last = part?.known.at(-1)
  const changed = part === null || last === undefined || same ? [] : changeOf(last, part, facts, certificate)
  const { fingerprint, subject, names, authority, validTo } = certificate
  const now = same ?? { fingerprint, subject, names, authority, validTo, warned: 0, warnings: [] }
  const ending = endOf(now, certificate, facts)
  const ended = changed.length > 0 ? endedWarnings(part, facts.at) : []
  const next = { ...now, ...ending.known }
  const others = (part?.known ?? []).filter((known) => known.fingerprint !== fingerprint)
  return {
    part: {
      known: [...(ended.length > 0 ? others.map(withoutWarnings) : others), next].slice(-mostKept),
      exchangeId,
    },
    found: [...changed, ...ending.found],
    updates: ended,
  }
}

function changeOf(
  last: Known,
  part: Certificates,
  { exchangeId, at, host }: ServerFacts,
  now: CertificateFacts,
): Found[] {
  const isSame = last.authority === now.authority && (last.subject === now.subject || last.names === now.names)
  const isRenewed = isSame && now.validTo > last.validTo
  const evidence = {
    host,
    renewed: isRenewed ? 'yes' : 'no',
    ends: utc(now.validTo),
    subject: now.subject,
    issuer: now.authority,
    issuerBefore: last.authority,
  }
  return [
    found({
      exchangeId,
      at,
      kind: 'certificate_changed',
      before: last.fingerprint,
      after: now.fingerprint,
      evidence,
      beforeExchangeId: part.exchangeId,
      // One of the same kind that ends earlier is that of a second server behind the name.
      isExpected: isSame,
    }),
  ]
}

function endOf(
  known: Known,
  { validFrom, validTo }: CertificateFacts,
  { exchangeId, at, host }: ServerFacts,
): { known: Pick<Known, 'warned' | 'warnings'>; found: Found[] } {
  const share = Math.min(1, Math.max(0, validTo - validFrom) / usualValidity)
  const due = warnings.filter((before) => validTo - at <= before * share).length
  if (due <= known.warned) return { known, found: [] }
  const days = String(Math.max(0, Math.floor((validTo - at) / day)))
  const drift = found({
    exchangeId,
    at,
    kind: 'certificate_ends',
    before: null,
    after: utc(validTo),
    evidence: { host, days },
    beforeExchangeId: null,
  })
  return { known: { warned: due, warnings: [...known.warnings, drift.id] }, found: [drift] }
}

/** With another certificate the end of those before no longer matters. */
const endedWarnings = (part: Certificates | null, at: number): Update[] =>
  (part?.known ?? []).flatMap((known) => known.warnings).map((id) => ({ id, endedAt: at }))

const withoutWarnings = (known: Known): Known => ({ ...known, warnings: [] })
