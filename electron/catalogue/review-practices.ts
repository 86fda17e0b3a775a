import type { Practice, ReviewCheckName } from '../vocabulary/review.ts'

/** A section of the list, with its practices in their order. */
export interface PracticeSection {
  name: PracticeSectionName
  practices: readonly Practice[]
}

export const practiceSectionNames = [
  'credential_storage',
  'token_management',
  'network_security',
  'token_validation',
  'errors_and_logging',
  'scopes_and_permissions',
  'rfc_9700',
] as const
export type PracticeSectionName = (typeof practiceSectionNames)[number]

/** In the order of the M2M best practices; the last section has what RFC 9700 asks for beside them. */
export const practiceSections: readonly PracticeSection[] = [
  {
    name: 'credential_storage',
    practices: ['never_commit_secrets', 'different_credentials', 'rotate_credentials', 'limit_credential_access'],
  },
  {
    name: 'token_management',
    practices: ['short_lived_tokens', 'cache_tokens', 'scope_tokens', 'monitor_token_usage', 'refresh_tokens'],
  },
  { name: 'network_security', practices: ['use_https', 'ip_allow_list', 'mutual_tls'] },
  {
    name: 'token_validation',
    practices: ['always_validate', 'token_introspection', 'cache_validation', 'check_revocation'],
  },
  {
    name: 'errors_and_logging',
    practices: ['log_failures', 'rate_limiting', 'alert_on_anomalies', 'audit_token_usage'],
  },
  {
    name: 'scopes_and_permissions',
    practices: ['least_privilege', 'custom_scopes', 'review_scopes', 'validate_scopes'],
  },
  {
    name: 'rfc_9700',
    practices: [
      'strong_authentication',
      'strong_keys',
      'publish_metadata',
      'no_credentials_in_urls',
      'no_stored_answers',
    ],
  },
]

/** The section that each practice is in. */
export const sectionOfPractice: ReadonlyMap<Practice, PracticeSectionName> = new Map(
  practiceSections.flatMap(({ name, practices }) => practices.map((practice) => [practice, name] as const)),
)

/** What is looked at for each practice. Without anything to act on, a practice is as good as its first check says. */
export const checksOfPractice: Readonly<Record<Practice, readonly [ReviewCheckName, ...ReviewCheckName[]]>> = {
  never_commit_secrets: ['secret_storage', 'secrets_in_settings'],
  different_credentials: ['shared_credential', 'environment_separation'],
  rotate_credentials: ['secret_age', 'certificate_age'],
  limit_credential_access: ['credential_access'],
  short_lived_tokens: ['token_lifetime'],
  cache_tokens: ['token_caching'],
  scope_tokens: ['scopes_requested'],
  monitor_token_usage: ['usage_recorded'],
  refresh_tokens: ['refresh_token'],
  use_https: ['encrypted_endpoints', 'tls_version', 'certificate_chain', 'plain_http'],
  ip_allow_list: ['ip_allow_list'],
  mutual_tls: ['sender_constraint'],
  always_validate: ['wrong_audience', 'changed_token', 'token_audience', 'token_algorithm', 'jwt_profile'],
  token_introspection: ['introspection_protected'],
  cache_validation: ['validation_caching'],
  check_revocation: ['revocation_effect'],
  log_failures: ['failures_recorded'],
  rate_limiting: ['rate_limit'],
  alert_on_anomalies: ['alerts'],
  audit_token_usage: ['audit_trail'],
  least_privilege: ['least_privilege'],
  custom_scopes: ['custom_scopes'],
  review_scopes: ['scopes_reviewed'],
  validate_scopes: ['missing_scope'],
  strong_authentication: ['client_authentication'],
  strong_keys: ['server_keys', 'client_key', 'secret_strength'],
  publish_metadata: ['metadata'],
  no_credentials_in_urls: ['credentials_in_urls'],
  no_stored_answers: ['answer_caching'],
}
