import type { FindingEntry } from '../findings/entry.ts'
import { answered, common, field, parameter, sentUrl } from './entry.ts'

const client = { ...common, section: 'RFC 6749 §5.2' } as const
const secret = { ...client, pointers: [field('client_secret')] } as const
const assertion = { ...common, section: 'RFC 7523 §3', pointers: [field('assertion')] } as const
const certificate = {
  ...common,
  section: 'RFC 8705 §2',
  pointers: [field('network.clientCertificate.certificate')],
} as const

/** About the client, what it authenticates with, and what it may do. `method` is how it authenticated. */
export const clientCauses = {
  wrong_secret: { ...secret, optional: [...answered, 'method', 'setAt', 'workedAt', 'isSaid'] },
  unknown_client: { ...client, optional: [...answered, 'client_id', 'isSaid'], pointers: [field('client_id')] },
  client_disabled: { ...client, optional: [...answered, 'client_id'], pointers: [field('client_id')] },
  client_locked: { ...client, section: 'RFC 6749 §4.4', optional: [...answered, 'refusedInARow'] },
  client_misregistered: { ...client, optional: [...answered, 'setting'], pointers: [field('client_id')] },
  secret_form_encoding: {
    ...secret,
    section: 'RFC 6749 §2.3.1',
    optional: [...answered, 'encoding'],
    pointers: [field('basicEncoding')],
  },
  server_does_not_decode_basic: {
    ...secret,
    section: 'RFC 6749 §2.3.1',
    optional: answered,
    pointers: [field('basicEncoding')],
  },
  secret_double_encoding: { ...secret, section: 'RFC 6749 §2.3.1', optional: answered },
  secret_whitespace: { ...secret, section: 'RFC 6749 appendix A.2', optional: [...answered, 'where', 'lineBreak'] },
  secret_placeholder: { ...secret, optional: [...answered, 'is'] },
  secret_expired: { ...secret, optional: [...answered, 'at'] },
  secret_id_for_value: { ...secret, section: null, optional: answered },
  basic_header_malformed: { ...client, section: 'RFC 7617 §2', optional: answered },
  credentials_missing: {
    ...client,
    optional: [...answered, 'method'],
    pointers: [field('token_endpoint_auth_method')],
  },
  multiple_auth_methods: {
    ...client,
    section: 'RFC 6749 §2.3',
    optional: [...answered, 'places'],
    pointers: [field('parameters'), field('token_endpoint_auth_method')],
  },
  auth_method_mismatch: {
    ...client,
    optional: [...answered, 'method', 'wanted', 'supported', 'isDefault'],
    pointers: [field('token_endpoint_auth_method')],
  },
  public_client: { ...client, section: 'RFC 6749 §4.4', optional: answered, pointers: [field('client_id')] },
  grant_not_allowed: { ...client, optional: [...answered, 'setting', 'client_id'], pointers: [field('client_id')] },
  wrong_grant_type: {
    ...client,
    optional: [...answered, 'grant_type', 'wanted', 'offered'],
    pointers: [parameter('grant_type'), field('token_endpoint')],
  },
  settings_changed: { ...client, section: null, optional: [...answered, 'changed', 'workedAt'], pointers: [] },
  key_not_registered: { ...assertion, optional: [...answered, 'kid', 'alg'], pointers: [field('private_key')] },
  assertion_kid_missing: {
    ...assertion,
    section: 'RFC 7515 §4.1.4',
    optional: [...answered, 'kid'],
    pointers: [field('assertion.kid')],
  },
  assertion_audience: {
    ...assertion,
    optional: [...answered, 'aud', 'wanted'],
    pointers: [field('assertion.audience')],
  },
  assertion_expired: {
    ...assertion,
    optional: [...answered, 'at', 'secondsAgo', 'from'],
    pointers: [field('assertion.assertionFile')],
  },
  assertion_lifetime: {
    ...assertion,
    optional: [...answered, 'seconds', 'most'],
    pointers: [field('assertion.lifetime')],
  },
  assertion_subject: {
    ...assertion,
    optional: [...answered, 'claim', 'value', 'client_id', 'isFederated'],
    pointers: [field('client_id')],
  },
  assertion_algorithm: {
    ...assertion,
    optional: [...answered, 'alg', 'supported'],
    pointers: [field('assertion.alg')],
  },
  assertion_reused: { ...assertion, optional: answered, pointers: [field('assertion.assertionFile')] },
  assertion_malformed: {
    ...assertion,
    optional: [...answered, 'is', 'missing'],
    pointers: [field('assertion.assertionFile')],
  },
  client_certificate_missing: { ...certificate, optional: [...answered, 'configured', 'presented'] },
  client_certificate_refused: { ...certificate, optional: [...answered, 'subject'] },
  credential_expired: {
    ...certificate,
    section: 'RFC 5280 §4.1.2.5',
    optional: [...answered, 'what', 'at'],
    pointers: [field('network.clientCertificate.certificate'), sentUrl],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
