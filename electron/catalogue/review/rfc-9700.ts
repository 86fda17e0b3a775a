import { field, type ReviewEntry, unclear } from './entry.ts'

const token = { kind: 'tab', tab: 'token' } as const
const publishedProbe = { kind: 'probe', probe: 'published' } as const

const authentication = {
  check: 'client_authentication',
  section: 'RFC 9700 §2.5',
  place: field('token_endpoint_auth_method'),
} as const
const server = { check: 'server_keys', section: 'RFC 7518 §3.3', place: field('jwks_uri') } as const
const key = { check: 'client_key', section: 'RFC 7518 §3.3', place: field('assertion.keyFile') } as const
const secret = { check: 'secret_strength', section: 'RFC 6749 §10.10', place: field('client_secret') } as const
const metadata = { check: 'metadata', section: 'RFC 9700 §2.6', place: field('issuer') } as const
const urls = {
  check: 'credentials_in_urls',
  section: 'RFC 6749 §2.3.1',
  place: { kind: 'tab', tab: 'api-calls' },
} as const
const caching = { check: 'answer_caching', section: 'RFC 6749 §5.1', place: token } as const

export const rfc9700 = {
  authenticates_with_key: { ...authentication, status: 'passed', evidence: ['method'] },
  authenticates_with_secret: { ...authentication, status: 'to_improve', evidence: ['method'], optional: ['offered'] },
  no_authentication: { ...authentication, status: 'at_risk', section: 'RFC 6749 §4.4', evidence: [] },
  made_up_credentials_accepted: {
    ...authentication,
    status: 'at_risk',
    section: 'RFC 6749 §3.2.1',
    evidence: [],
    place: { kind: 'probe', probe: 'rate_limit' },
  },
  authentication_not_seen: { ...authentication, status: 'not_known', section: 'RFC 6749 §4.4', evidence: [] },
  server_keys_strong: { ...server, status: 'passed', evidence: ['count', 'keys'] },
  server_key_private: { ...server, status: 'at_risk', section: 'RFC 7517 §9.2', evidence: ['count'] },
  server_key_weak: { ...server, status: 'at_risk', evidence: ['keys'] },
  server_keys_none: { ...server, status: 'not_known', evidence: [] },
  server_keys_not_read: { ...server, status: 'not_known', evidence: [] },
  client_key_strong: { ...key, status: 'passed', evidence: ['key', 'field'] },
  client_key_weak: { ...key, status: 'at_risk', evidence: ['key', 'field'] },
  client_key_not_readable: { ...key, status: 'not_known', evidence: ['field'] },
  client_key_not_used: { ...key, status: 'not_known', evidence: [], place: field('token_endpoint_auth_method') },
  secret_long: { ...secret, status: 'passed', evidence: ['least'] },
  secret_guessable: {
    ...secret,
    status: 'at_risk',
    evidence: ['because'],
    values: { because: ['placeholder', 'client_id', 'short', 'repetitive'] },
  },
  secret_short: { ...secret, status: 'to_improve', evidence: ['least'] },
  secret_short_for_algorithm: {
    ...secret,
    status: 'to_improve',
    section: 'RFC 7518 §3.2',
    evidence: ['alg', 'bytes'],
  },
  secret_not_readable: { ...secret, status: 'not_known', evidence: [] },
  secret_not_used: { ...secret, status: 'passed', evidence: [], place: field('token_endpoint_auth_method') },
  metadata_consistent: { ...metadata, status: 'passed', evidence: [] },
  metadata_differs: { ...metadata, status: 'to_improve', evidence: ['names', 'field'] },
  metadata_incomplete: { ...metadata, status: 'to_improve', section: 'RFC 8414 §2', evidence: ['names'] },
  metadata_missing: { ...metadata, status: 'to_improve', evidence: [] },
  metadata_of_other_issuer: { ...metadata, status: 'to_improve', section: 'RFC 8414 §3.3', evidence: ['issuer'] },
  metadata_invalid: { ...metadata, status: 'to_improve', section: 'RFC 8414 §3.2', evidence: [] },
  metadata_unclear: {
    ...metadata,
    ...unclear,
    place: publishedProbe,
  },
  metadata_not_read: { ...metadata, status: 'not_known', evidence: [], place: publishedProbe },
  metadata_without_issuer: { ...metadata, status: 'not_known', evidence: [] },
  no_credential_in_url: { ...urls, status: 'passed', evidence: ['count'] },
  credential_in_url: { ...urls, status: 'at_risk', evidence: ['names'] },
  key_in_url: { ...urls, status: 'to_improve', section: null, evidence: ['names'] },
  no_url_seen: { ...urls, status: 'not_known', evidence: [], place: field('token_endpoint') },
  answer_not_stored: { ...caching, status: 'passed', evidence: [] },
  answer_may_be_stored: { ...caching, status: 'to_improve', evidence: [], optional: ['cacheControl'] },
  answer_not_seen: { ...caching, status: 'not_known', evidence: [] },
} as const satisfies Readonly<Record<string, ReviewEntry>>
