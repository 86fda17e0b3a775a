import { setImmediate as pause } from 'node:timers/promises'
import { memberOf, numberOf } from '../../common/json-source.ts'
import { wantedAudience } from '../../common/wanted-audience.ts'
import { webPageOf } from '../../common/web-page.ts'
import type { ExchangeSummary } from '../../contract/exchange.ts'
import type { Finding, FindingCode } from '../../contract/finding.ts'
import type { Conclusion, RecordedToken } from '../../contract/history.ts'
import type { WithWorkspace } from '../core-context.ts'
import { readJsonObject } from '../json/json.ts'
import type { Proof } from '../review/case.ts'

/** Exchanges that are looked through, newest first. */
const most = 500
/** That are read between two breaths. */
const atOnce = 25
/** Milliseconds that clocks may differ by: APIs allow up to five minutes. */
const tolerance = 300_000

/** What recorded exchanges proved of how servers take tokens, the newest of each kind. */
export async function recordedProofs(
  { workspace: { exchanges } }: WithWorkspace<'exchanges'>,
  environmentId: string,
): Promise<Proof[]> {
  const proofs = new Map<Proof['code'], Proof>()
  const ends = new Map<string, number | null>()
  const endOf = (fingerprint: string): number | null => {
    const known = ends.get(fingerprint)
    if (known !== undefined) return known
    const issuedBy = exchanges.issuerOf(fingerprint)
    const issuer = issuedBy === null ? null : exchanges.get(issuedBy)
    const token = issuer === null ? null : (exchanges.conclusionOf(issuer.id)?.token ?? null)
    const end = issuer === null || token === null ? null : endOfToken(token, issuer.startedAt)
    ends.set(fingerprint, end)
    return end
  }
  for (const [place, summary] of exchanges.list(environmentId, most).entries()) {
    if (place % atOnce === atOnce - 1) await pause()
    if ((summary.purpose !== 'api' && summary.purpose !== 'introspection') || summary.isOfProbe === true) continue
    const conclusion = exchanges.conclusionOf(summary.id)
    if (conclusion === null) continue
    for (const proof of [...ofFindings(summary, conclusion), ...ofExpired(summary, conclusion, endOf)]) {
      if (!proofs.has(proof.code)) proofs.set(proof.code, proof)
    }
  }
  return [...proofs.values()]
}

/** Findings that prove it, by the names that proofs have. */
const proving: Partial<Record<FindingCode, Proof['code']>> = {
  inactive_revoked_here: 'inactive_revoked_here',
  active_after_revocation: 'active_after_revocation',
  revoked_token_refused: 'revoked_token_refused',
  revoked_token_accepted: 'revoked_token_accepted',
  expired_token_refused: 'expired_token_refused',
}

function ofFindings(summary: ExchangeSummary, { findings }: Conclusion): Proof[] {
  return findings.flatMap((found) => {
    const code = isAboutAudience(found) ? 'wrong_audience_refused' : proving[found.code]
    return code === undefined ? [] : [proofOf(summary, code, found.evidence['secondsAgo'] ?? '')]
  })
}

/** The API says itself that the audience is why. Where it may be one cause among others, nothing is proved. */
function isAboutAudience({ code, confidence, evidence }: Finding): boolean {
  if (code === 'token_wrong_audience') return confidence === 'certain'
  const words = evidence['error_description'] ?? evidence['message'] ?? ''
  return code === 'token_refused' && evidence['answer'] !== 'page' && wantedAudience(words) !== null
}

function ofExpired(
  summary: ExchangeSummary,
  { token, findings }: Conclusion,
  endOf: (fingerprint: string) => number | null,
): Proof[] {
  const { purpose, status, startedAt } = summary
  const isAccepted = status !== null && status >= 200 && status < 300
  if (purpose !== 'api' || token === null || webPageOf(findings) !== undefined) return []
  if (!isAccepted && status !== 401) return []
  const end = endOf(token.fingerprint)
  if (end === null || startedAt - end <= tolerance) return []
  const code = isAccepted ? 'expired_token_accepted' : 'expired_token_refused'
  return [proofOf(summary, code, String(Math.round((startedAt - end) / 1000)))]
}

const proofOf = ({ id, startedAt, status }: ExchangeSummary, code: Proof['code'], seconds: string): Proof => ({
  code,
  exchangeId: id,
  at: startedAt,
  status,
  seconds,
})

/** In milliseconds since 1970; null where nothing says. */
function endOfToken({ claims, lifetime }: RecordedToken, issuedAt: number): number | null {
  const read = claims === null ? null : readJsonObject(claims)
  const exp = read?.kind === 'object' ? numberOf(memberOf(read.object, 'exp')?.source) : null
  if (exp !== null) return exp * 1000
  return lifetime === null ? null : issuedAt + lifetime * 1000
}
