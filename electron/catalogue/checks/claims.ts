import type { CheckEntries } from './entry.ts'

/** Which clock a time was compared with. */
const clock = ['clockOffset'] as const
const time = { section: 'RFC 7519 §2', evidence: ['name', 'source'], optional: clock } as const

const bound = {
  section: ['RFC 9449 §6.1', 'RFC 8705 §3.1'],
  values: { kind: ['dpop', 'certificate'] },
} as const

/** About claims and what they are compared with. Times are seconds. */
export const claimChecks = {
  nested_claims: { result: 'not_possible', section: 'RFC 7519 §5.2', evidence: [] },
  no_claims: { result: 'not_possible', section: 'RFC 7519 §7.2', evidence: [] },
  type_access_token: { result: 'passed', section: 'RFC 9068 §2.1', evidence: ['typ'] },
  type_generic: { result: 'noted', section: 'RFC 8725 §3.11', evidence: ['typ', 'expected'] },
  type_missing: { result: 'noted', section: 'RFC 9068 §2.1', evidence: [] },
  type_other: { result: 'failed', section: 'RFC 9068 §4', evidence: ['typ', 'expected'] },
  issuer_equal: { result: 'passed', section: 'RFC 9068 §4', evidence: ['iss'] },
  issuer_of_access_tokens: { result: 'passed', section: null, evidence: ['iss', 'issuer'] },
  issuer_other: {
    result: 'failed',
    section: 'RFC 9068 §4',
    evidence: ['expected', 'actual'],
    optional: ['near'],
    values: { near: ['slash', 'scheme', 'case', 'space', 'adfs', 'entra'] },
  },
  issuer_missing: { result: 'failed', section: 'RFC 9068 §4', evidence: ['expected'] },
  issuer_not_configured: { result: 'not_possible', section: null, evidence: [], optional: ['iss'] },
  audience_asked: { result: 'passed', section: 'RFC 9068 §4', evidence: ['aud'] },
  audience_other: { result: 'failed', section: 'RFC 9068 §4', evidence: ['expected', 'actual'] },
  audience_form: { result: 'failed', section: 'RFC 7519 §4.1.3', evidence: ['actual'] },
  audience_missing: { result: 'noted', section: 'RFC 9068 §4', evidence: [], optional: ['expected'] },
  audience_is_client: { result: 'noted', section: 'RFC 9068 §4', evidence: ['aud'] },
  audience_not_configured: { result: 'not_possible', section: null, evidence: ['aud'] },
  within_times: { result: 'passed', section: 'RFC 7519 §4.1.4', evidence: ['seconds'], optional: clock },
  expired: {
    result: 'failed',
    section: 'RFC 7519 §4.1.4',
    evidence: ['seconds'],
    optional: [...clock, 'clocksDisagree'],
    values: { clocksDisagree: ['yes'] },
  },
  not_yet_valid: { result: 'failed', section: 'RFC 7519 §4.1.5', evidence: ['seconds'], optional: clock },
  issued_in_future: { result: 'noted', section: 'RFC 7519 §4.1.6', evidence: ['seconds'], optional: clock },
  expiry_missing: { result: 'noted', section: 'RFC 9068 §2.2', evidence: [], optional: clock },
  milliseconds: { ...time, result: 'failed', evidence: ['name', 'source', 'means'] },
  time_out_of_range: { ...time, result: 'failed' },
  time_not_number: { ...time, result: 'failed' },
  time_negative: { ...time, result: 'failed' },
  time_fractional: { ...time, result: 'noted', evidence: ['name', 'source', 'seconds'] },
  scope_as_asked: { result: 'passed', section: 'RFC 6749 §3.3', evidence: ['scope'] },
  scope_less: { result: 'noted', section: 'RFC 6749 §3.3', evidence: ['missing', 'scope'] },
  scope_missing: { result: 'noted', section: 'RFC 9068 §2.2.3', evidence: [] },
  scope_not_configured: { result: 'not_possible', section: null, evidence: [], optional: ['scope'] },
  binding_confirmed: { ...bound, result: 'passed', evidence: ['kind', 'thumbprint'] },
  binding_mismatch: { ...bound, result: 'failed', evidence: ['kind', 'expected', 'actual'] },
  binding_missing: { ...bound, result: 'noted', evidence: ['kind'] },
  binding_unchecked: { result: 'not_possible', section: 'RFC 7800 §3', evidence: ['member'] },
  key_binding_unchecked: { result: 'not_possible', section: 'RFC 9901 §4.3', evidence: [] },
} as const satisfies CheckEntries
