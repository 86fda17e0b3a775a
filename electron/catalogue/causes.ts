import type { CauseCode } from '../contract/cause-codes.ts'
import type { Finding } from '../contract/finding.ts'
import type { FindingEntry } from './findings/entry.ts'
import { apiCauses } from './causes/api.ts'
import { clientCauses } from './causes/client.ts'
import { placeCauses } from './causes/place.ts'
import { requestCauses } from './causes/request.ts'
import { serverCauses } from './causes/server.ts'
import { tokenServiceCauses } from './causes/token-service.ts'

/** Severity, section, evidence and pointers of every cause. */
export const causes = {
  ...clientCauses,
  ...requestCauses,
  ...placeCauses,
  ...serverCauses,
  ...apiCauses,
  ...tokenServiceCauses,
} as const satisfies Readonly<Record<CauseCode, FindingEntry>>

/** What a judge finds that is a cause by itself. */
const judgedCauses: ReadonlySet<string> = new Set([
  'redirect_refused',
  'https_expected',
  'issuer_mismatch',
  'expired_token_refused',
  'revoked_token_refused',
  'introspection_unsupported_token_type',
  'revocation_unsupported_token_type',
  'dpop_nonce_repeated',
  'dpop_nonce_missing',
  'inactive_expired',
  'inactive_revoked_here',
  'inactive_not_yet_valid',
  'inactive_other_issuer',
  'inactive_caller_not_in_audience',
  'inactive_opaque_elsewhere',
  'inactive_clocks_differ',
])

/** What a judge finds that says no more than that it failed: a cause says it better. */
const symptoms: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_grant',
  'invalid_target',
  'refused_other',
  'status_unexpected',
  'error_missing',
  'token_refused',
  'api_forbidden',
  'challenge_missing',
  'basic_encoding_differs',
  'client_certificate_required',
  'body_not_json',
  'body_empty',
  'inactive_unexplained',
])

/** A cause that says why, and the one that says only that: the first comes before the second unless it is merely possible. */
const saysWhy: Readonly<Record<string, CauseCode>> = {
  secret_whitespace: 'wrong_secret',
  secret_placeholder: 'wrong_secret',
  secret_id_for_value: 'wrong_secret',
  secret_form_encoding: 'wrong_secret',
  server_does_not_decode_basic: 'wrong_secret',
  secret_double_encoding: 'wrong_secret',
  secret_expired: 'wrong_secret',
  assertion_kid_missing: 'key_not_registered',
  assertion_algorithm: 'key_not_registered',
  public_client: 'grant_not_allowed',
  clock_skew: 'assertion_expired',
}

/** Findings of a judge that say what a cause says, and know more of it. */
const sameAs: ReadonlyMap<string, readonly string[]> = new Map([
  ['token_expired', ['expired_token_refused', 'revoked_token_refused']],
  ['token_revoked', ['revoked_token_refused']],
])

const causeSet: ReadonlySet<string> = new Set(Object.keys(causes))

export const isCause = ({ code }: Pick<Finding, 'code'>): boolean => causeSet.has(code) || judgedCauses.has(code)
/** True where the judge has said what this cause says. */
export const isSaidBy = ({ code }: Pick<Finding, 'code'>, judged: readonly Pick<Finding, 'code'>[]): boolean =>
  judged.some((finding) => sameAs.get(code)?.includes(finding.code) === true)
export const isSymptom = ({ code }: Pick<Finding, 'code'>): boolean => symptoms.has(code)
export const lessTellingThan = ({ code }: Pick<Finding, 'code'>): CauseCode | null => saysWhy[code] ?? null
