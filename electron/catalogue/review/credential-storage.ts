import { field, type ReviewEntry } from './entry.ts'

const inStorage = { section: null, place: field('client_secret') } as const
const storage = { ...inStorage, check: 'secret_storage', evidence: ['secrets'] } as const
const written = {
  ...inStorage,
  check: 'secrets_in_settings',
  evidence: ['field', 'count'],
  optional: ['call'],
} as const
const shared = { ...inStorage, check: 'shared_credential' } as const
const separation = { section: null, check: 'environment_separation', place: field('client_id') } as const
const age = { ...inStorage, check: 'secret_age' } as const
const certificate = {
  section: null,
  check: 'certificate_age',
  place: field('network.clientCertificate.certificate'),
} as const

/** `secrets` are names of secrets, `credential` is one of them or `client_certificate`, `field` is where it is set. */
export const credentialStorage = {
  secret_committed: { ...storage, status: 'at_risk', evidence: ['secrets', 'field'] },
  secret_in_repository: { ...storage, status: 'to_improve', evidence: ['secrets', 'field'] },
  secrets_encrypted: { ...storage, status: 'passed', optional: ['protection'] },
  secrets_in_manager: { ...storage, status: 'passed' },
  secrets_from_variable: { ...storage, status: 'passed' },
  secrets_in_file: { ...storage, status: 'passed' },
  secrets_in_ignored_file: { ...storage, status: 'passed' },
  secret_file_not_seen: { ...storage, status: 'not_known', evidence: ['secrets', 'field'] },
  secrets_not_kept: { ...storage, status: 'passed' },
  secret_not_set: { ...storage, status: 'not_known', evidence: ['secrets', 'field'] },
  no_secret_used: { ...storage, status: 'passed', evidence: [], place: field('token_endpoint_auth_method') },

  secret_written_out: { ...written, status: 'at_risk' },
  secret_perhaps_written_out: { ...written, status: 'to_improve' },
  no_secret_written_out: { ...written, status: 'passed', evidence: [], place: { kind: 'page', page: 'export' } },

  secret_shared_with_production: {
    ...shared,
    status: 'at_risk',
    evidence: ['credential', 'environment', 'count', 'field'],
  },
  secret_shared_across_stages: {
    ...shared,
    status: 'to_improve',
    evidence: ['credential', 'environment', 'count', 'field'],
  },
  secret_of_two_clients: { ...shared, status: 'to_improve', evidence: ['credential', 'environment', 'count', 'field'] },
  secret_not_shared: { ...shared, status: 'passed', evidence: ['credential', 'count'], optional: ['notCompared'] },
  secret_not_compared: { ...shared, status: 'not_known', evidence: ['credential', 'count', 'field'] },
  no_other_stage: { ...shared, status: 'not_known', evidence: [], place: field('stage') },
  nothing_to_share: { ...shared, status: 'passed', evidence: [], place: field('token_endpoint_auth_method') },

  client_shared_with_production: { ...separation, status: 'at_risk', evidence: ['environment', 'count'] },
  client_shared_across_stages: { ...separation, status: 'to_improve', evidence: ['environment', 'count'] },
  stage_unlike_name: {
    ...separation,
    status: 'to_improve',
    evidence: ['field', 'name', 'stage'],
    place: field('stage'),
  },
  client_separate: { ...separation, status: 'passed', evidence: ['count'] },
  no_stage_to_separate: { ...separation, status: 'not_known', evidence: [], place: field('stage') },

  credential_old: { ...age, status: 'to_improve', evidence: ['credential', 'days', 'limit', 'field'] },
  credential_recent: { ...age, status: 'passed', evidence: ['credential', 'days', 'limit', 'field'] },
  credential_age_not_known: { ...age, status: 'not_known', evidence: ['credential', 'source', 'field'] },
  credential_not_set: { ...age, status: 'not_known', evidence: ['credential', 'field'] },
  no_credential_to_rotate: { ...age, status: 'passed', evidence: [], place: field('token_endpoint_auth_method') },

  certificate_expired: { ...certificate, status: 'at_risk', evidence: ['date'] },
  certificate_not_yet_valid: { ...certificate, status: 'to_improve', evidence: ['date'] },
  certificate_ends_soon: { ...certificate, status: 'to_improve', evidence: ['date', 'days'] },
  certificate_long_lived: { ...certificate, status: 'to_improve', evidence: ['days', 'limit'] },
  certificate_current: { ...certificate, status: 'passed', evidence: ['date'] },
  certificate_not_read: { ...certificate, status: 'not_known', evidence: [] },
  no_client_certificate: { ...certificate, status: 'passed', evidence: [] },

  credential_file_open: {
    ...inStorage,
    check: 'credential_access',
    status: 'to_improve',
    evidence: ['secrets', 'field'],
  },
  credential_unused: {
    ...inStorage,
    check: 'credential_access',
    status: 'to_improve',
    evidence: ['secrets', 'method'],
    place: field('token_endpoint_auth_method'),
  },
  access_not_visible: { ...inStorage, check: 'credential_access', status: 'not_known', evidence: [] },
} as const satisfies Readonly<Record<string, ReviewEntry>>
