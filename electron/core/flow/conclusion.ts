import { isCause } from '../../catalogue/causes.ts'
import { memberOf, numberOf, readableClaims, readableHeader, stringOf } from '../../common/json-source.ts'
import type { AssertionResult } from '../../contract/assertion.ts'
import type { Finding, Severity } from '../../contract/finding.ts'
import type { Conclusion, RecordedToken, Verdict } from '../../contract/history.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { Mask } from '../redaction/mask.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'
import { redactJson } from './redact-outcome.ts'

/** What is looked at of an outcome. */
export interface Concluded {
  kind: string
  findings: readonly Finding[]
  status?: number
  token?: HeldToken
  assertions?: readonly AssertionResult[]
}

/** What is known of the exchange; `carried` is the token that its request carried, or was about. */
interface About {
  environmentName: string
  mask: Mask
  carried: string | null
}

/** What is recorded of an outcome, which is masked already; `issued` is the token that came with it. */
export function conclusionOf(outcome: Concluded, issued: string | undefined, about: About): Conclusion {
  const { environmentName, mask, carried } = about
  const findings = inOrder(outcome.findings)
  const ofToken = issued === undefined ? onlyCarried(carried) : described(issued, outcome.token, mask)
  return { verdict: verdictOf(outcome), outcome: outcome.kind, findings, token: ofToken, environmentName }
}

const failed: ReadonlySet<string> = new Set(['refused', 'nonconformant', 'unreachable', 'inactive'])

/** A discovery that finds nothing (`none`) is a usual case. */
function verdictOf({ kind, findings, status = 0, assertions = [] }: Concluded): Verdict {
  if (failed.has(kind) || (kind === 'answered' && status >= 400)) return 'failed'
  if (assertions.some(({ state }) => state === 'failed')) return 'failed'
  const has = (severity: Severity): boolean => findings.some((finding) => finding.severity === severity)
  if (has('error')) return 'failed'
  return kind === 'none' || has('warning') ? 'noted' : 'good'
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Causes first, in the order in which they were ranked; then what is worst. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const place = (finding: Finding): number => (isCause(finding) ? -1 : severities.indexOf(finding.severity))
  return findings.toSorted((one, other) => place(one) - place(other))
}

const nothingKnown = { header: null, claims: null, lifetime: null, scopeGranted: null }

const onlyCarried = (token: string | null): RecordedToken | null =>
  token === null ? null : { ...nothingKnown, fingerprint: tokenFingerprint(token) }

function described(token: string, held: HeldToken | undefined, mask: Mask): RecordedToken {
  const fingerprint = tokenFingerprint(token)
  if (held === undefined) return { ...nothingKnown, fingerprint }
  const { decoded, scopeGranted } = held
  return {
    fingerprint,
    header: sourceOf(readableHeader(decoded), mask),
    claims: sourceOf(readableClaims(decoded), mask),
    lifetime: unlessMasked(lifetimeOf(held), mask),
    scopeGranted: scopeGranted === null || scopeGranted.length > mostCharacters ? null : mask(scopeGranted),
  }
}

/** Characters of JSON, and of scopes: more than this is left out, as what cannot be read. */
const mostCharacters = 100_000

/** A token may repeat a secret. */
function sourceOf(object: JsonObject | null, mask: Mask): string | null {
  return object === null || object.source.length > mostCharacters ? null : redactJson(object.source, mask)
}

/** A secret of digits may come as a number. */
const unlessMasked = (value: number | null, mask: Mask): number | null =>
  value === null || mask(String(value)) === String(value) ? value : null

function lifetimeOf({ decoded, expires_in }: HeldToken): number | null {
  const claims = readableClaims(decoded)
  const time = (name: string): number | null => (claims === null ? null : numberOf(memberOf(claims, name)?.source))
  const [expires, issued] = [time('exp'), time('iat')]
  if (expires !== null && issued !== null) return expires - issued
  if (expires_in === null) return null
  return numberOf(expires_in) ?? numberOf(stringOf(expires_in) ?? '')
}
