import { field, type ReviewEntry, unclear } from './entry.ts'

const endpoints = { check: 'encrypted_endpoints', section: 'RFC 6749 §3.2', place: field('token_endpoint') } as const
const ofCalls = { ...endpoints, section: 'RFC 6750 §5.2', place: { kind: 'tab', tab: 'api-calls' } } as const
const version = { check: 'tls_version', place: field('token_endpoint') } as const
const chain = { check: 'certificate_chain', section: 'RFC 6750 §5.2', place: field('network.ca') } as const
const plain = { check: 'plain_http', section: 'RFC 9325 §3.2', place: { kind: 'probe', probe: 'plain_http' } } as const
const address = { check: 'ip_allow_list', section: null, place: { kind: 'tab', tab: 'token' } } as const
const sender = { check: 'sender_constraint', section: 'RFC 9700 §2.2.1', place: field('dpop') } as const

/** Ways to bind a token to a key. @see RFC 9449, RFC 8705 §3 */
export const bindings = ['dpop', 'certificate'] as const

export const networkSecurity = {
  endpoints_encrypted: { ...endpoints, status: 'passed', evidence: ['count'] },
  endpoints_on_this_computer: { ...endpoints, status: 'passed', evidence: ['count'] },
  endpoint_not_encrypted: { ...endpoints, status: 'at_risk', evidence: ['name', 'host'], optional: ['more'] },
  trust_not_encrypted: {
    ...endpoints,
    status: 'at_risk',
    section: 'RFC 8414 §6.1',
    evidence: ['name', 'host'],
    optional: ['more'],
    values: { name: ['issuer', 'jwks_uri'] },
    place: field('issuer'),
  },
  call_not_encrypted: { ...ofCalls, status: 'at_risk', evidence: ['name', 'host'], optional: ['more'] },
  call_without_token_not_encrypted: {
    ...ofCalls,
    section: null,
    status: 'to_improve',
    evidence: ['name', 'host'],
    optional: ['more'],
  },
  endpoints_not_set: { ...endpoints, status: 'not_known', evidence: [] },

  tls_modern: { ...version, section: 'RFC 9325 §3.1.1', status: 'passed', evidence: ['versions', 'count'] },
  tls_cipher_old: {
    ...version,
    section: 'RFC 9325 §4.1',
    status: 'to_improve',
    evidence: ['cipher', 'host'],
    optional: ['more'],
  },
  tls_deprecated: {
    ...version,
    section: 'RFC 9325 §3.1.1',
    status: 'at_risk',
    evidence: ['version', 'host'],
    optional: ['more'],
  },
  tls_only_deprecated: {
    ...version,
    section: 'RFC 9325 §3.1.1',
    status: 'at_risk',
    evidence: ['host'],
    optional: ['more'],
  },
  tls_not_seen: { ...version, section: 'RFC 9325 §3.1.1', status: 'not_known', evidence: [] },
  tls_without_https: { ...version, section: null, status: 'not_known', evidence: [] },

  certificate_trusted: { ...chain, status: 'passed', evidence: ['days', 'count'] },
  certificate_accepted_by_hand: {
    ...chain,
    status: 'to_improve',
    evidence: ['host'],
    optional: ['more'],
    place: field('network.acceptedCertificate'),
  },
  certificate_not_trusted: {
    ...chain,
    status: 'at_risk',
    evidence: ['host', 'problem'],
    optional: ['more'],
    values: {
      problem: [
        'tls_expired',
        'tls_not_yet_valid',
        'tls_wrong_host',
        'tls_self_signed',
        'revoked',
        'purpose',
        'too_weak',
      ],
    },
  },
  certificate_authority_not_known: { ...chain, status: 'to_improve', evidence: ['host'], optional: ['more'] },
  certificate_weak: {
    ...chain,
    section: 'RFC 9325 §4.5',
    status: 'to_improve',
    evidence: ['host', 'problem'],
    optional: ['more'],
    values: { problem: ['weak_key', 'weak_signature'] },
  },
  certificate_ends: { ...chain, section: null, status: 'to_improve', evidence: ['host', 'days'], optional: ['more'] },
  certificate_not_seen_lately: {
    ...chain,
    section: null,
    status: 'not_known',
    evidence: ['host', 'days'],
    optional: ['more'],
  },
  certificate_not_seen: { ...chain, status: 'not_known', evidence: [] },
  certificate_without_https: { ...chain, section: null, status: 'not_known', evidence: [] },

  plain_http_closed: { ...plain, status: 'passed', evidence: ['how'], values: { how: ['redirected', 'refused'] } },
  plain_http_answered: { ...plain, status: 'at_risk', evidence: ['url'], optional: ['status'] },
  plain_http_not_probed: { ...plain, status: 'not_known', evidence: [], optional: ['cannot'] },
  plain_http_unclear: { ...plain, ...unclear },
  plain_http_without_https: { ...plain, status: 'not_known', evidence: [], place: field('token_endpoint') },

  address_list_applied: { ...address, status: 'passed', evidence: [], optional: ['address'] },
  address_said: { ...address, status: 'not_known', evidence: ['address'] },
  address_not_said: { ...address, status: 'not_known', evidence: [] },

  token_bound: { ...sender, status: 'passed', evidence: ['kind'], values: { kind: bindings } },
  token_bearer: { ...sender, status: 'to_improve', evidence: [] },
  token_bearer_though_offered: {
    ...sender,
    status: 'to_improve',
    evidence: ['kind'],
    values: { kind: bindings },
  },
  token_not_bound_as_set: { ...sender, status: 'to_improve', evidence: ['kind'], values: { kind: bindings } },
  binding_not_visible: { ...sender, status: 'not_known', evidence: [], place: { kind: 'tab', tab: 'introspection' } },
  binding_without_token: { ...sender, status: 'not_known', evidence: [], place: { kind: 'tab', tab: 'token' } },
} as const satisfies Readonly<Record<string, ReviewEntry>>
