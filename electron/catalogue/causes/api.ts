import type { FindingEntry } from '../findings/entry.ts'
import { answered, authorization, claim, common, field, sentUrl } from './entry.ts'

const token = { ...common, section: 'RFC 6750 §3.1' } as const

/** About an API that refuses a call. Times are seconds. */
export const apiCauses = {
  token_not_sent: { ...token, optional: [...answered, 'why'], pointers: [authorization] },
  auth_header_stripped: { ...token, optional: [...answered, 'server'], pointers: [authorization] },
  token_sent_twice: { ...token, section: 'RFC 6750 §2', optional: answered, pointers: [authorization] },
  token_scheme_wrong: { ...token, optional: [...answered, 'sent', 'wanted'], pointers: [authorization] },
  token_wrong_kind: {
    ...token,
    section: 'RFC 9068 §2.1',
    optional: [...answered, 'is', 'typ'],
    pointers: [claim('typ')],
  },
  token_malformed: { ...token, optional: [...answered, 'is'], pointers: [authorization] },
  token_expired: { ...token, optional: [...answered, 'secondsAgo', 'at'], pointers: [claim('exp')] },
  token_not_yet_valid: {
    ...token,
    section: 'RFC 7519 §4.1.5',
    optional: [...answered, 'secondsToGo'],
    pointers: [claim('nbf')],
  },
  token_revoked: { ...token, optional: answered, pointers: [] },
  token_wrong_audience: {
    ...token,
    section: 'RFC 9068 §4',
    optional: [...answered, 'aud', 'wanted', 'parameter'],
    pointers: [claim('aud'), field('audience')],
  },
  token_issuer_mismatch: {
    ...token,
    section: 'RFC 9068 §4',
    optional: [...answered, 'iss', 'wanted'],
    pointers: [claim('iss'), field('issuer')],
  },
  token_version_mismatch: {
    ...token,
    section: null,
    optional: [...answered, 'version', 'wanted'],
    pointers: [claim('ver'), claim('iss')],
  },
  token_signature_rejected: { ...token, section: 'RFC 9068 §4', optional: [...answered, 'alg', 'kid'], pointers: [] },
  token_encrypted: { ...token, section: 'RFC 7516', optional: answered, pointers: [] },
  token_other_environment: {
    ...token,
    section: null,
    optional: [...answered, 'iss', 'host'],
    pointers: [claim('iss')],
  },
  opaque_where_jwt_expected: {
    ...token,
    section: 'RFC 9068 §4',
    optional: [...answered, 'is', 'parameter'],
    pointers: [authorization, field('audience')],
  },
  jwt_where_opaque_expected: { ...token, section: 'RFC 7662 §1', optional: answered, pointers: [authorization] },
  sender_constraint_missing: {
    ...token,
    section: 'RFC 9449 §7',
    optional: [...answered, 'kind', 'sent'],
    pointers: [authorization, field('dpop')],
  },
  api_scope_missing: {
    ...token,
    optional: [...answered, 'held', 'needed'],
    pointers: [claim('scope'), field('scope')],
  },
  app_role_missing: { ...token, section: null, optional: [...answered, 'held', 'needed'], pointers: [claim('roles')] },
  api_not_enabled: { ...token, section: null, optional: [...answered, 'product'], pointers: [] },
  api_key_missing: { ...token, section: null, optional: [...answered, 'header'], pointers: [] },
  client_id_header_mismatch: {
    ...token,
    section: null,
    optional: [...answered, 'header', 'sent', 'client_id'],
    pointers: [],
  },
  api_not_found: { ...common, section: 'RFC 9110 §15.5.5', optional: [...answered, 'path'], pointers: [sentUrl] },
  dpop_proof_refused: {
    ...token,
    section: 'RFC 9449 §4.3',
    optional: [...answered, 'about'],
    pointers: [{ kind: 'request_header', name: 'DPoP' }],
  },
  dpop_key_mismatch: {
    ...token,
    section: 'RFC 9449 §6.1',
    optional: answered,
    pointers: [claim('cnf'), field('dpop')],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
