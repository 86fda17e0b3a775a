/** How a review judges; from the worst to the best. `not_known`: nothing that is here says it. */
export const reviewStatuses = ['at_risk', 'to_improve', 'not_known', 'passed'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

/** Whether somebody has something to do. */
export const isToActOn = (status: ReviewStatus | 'accepted'): boolean => status === 'at_risk' || status === 'to_improve'

/** Practices that a review goes through: those of the M2M best practices of cidaas in their order, then further ones of RFC 9700. */
export const practices = [
  'never_commit_secrets',
  'different_credentials',
  'rotate_credentials',
  'limit_credential_access',
  'short_lived_tokens',
  'cache_tokens',
  'scope_tokens',
  'monitor_token_usage',
  'refresh_tokens',
  'use_https',
  'ip_allow_list',
  'mutual_tls',
  'always_validate',
  'token_introspection',
  'cache_validation',
  'check_revocation',
  'log_failures',
  'rate_limiting',
  'alert_on_anomalies',
  'audit_token_usage',
  'least_privilege',
  'custom_scopes',
  'review_scopes',
  'validate_scopes',
  'strong_authentication',
  'strong_keys',
  'publish_metadata',
  'no_credentials_in_urls',
  'no_stored_answers',
] as const
export type Practice = (typeof practices)[number]

/** What is looked at, one thing each. */
export const reviewChecks = [
  'secret_storage',
  'secrets_in_settings',
  'shared_credential',
  'environment_separation',
  'secret_age',
  'certificate_age',
  'credential_access',
  'token_lifetime',
  'token_caching',
  'scopes_requested',
  'usage_recorded',
  'refresh_token',
  'encrypted_endpoints',
  'tls_version',
  'certificate_chain',
  'plain_http',
  'ip_allow_list',
  'sender_constraint',
  'wrong_audience',
  'changed_token',
  'token_audience',
  'token_algorithm',
  'jwt_profile',
  'introspection_protected',
  'validation_caching',
  'revocation_effect',
  'failures_recorded',
  'rate_limit',
  'alerts',
  'audit_trail',
  'least_privilege',
  'custom_scopes',
  'scopes_reviewed',
  'missing_scope',
  'client_authentication',
  'server_keys',
  'client_key',
  'secret_strength',
  'metadata',
  'credentials_in_urls',
  'answer_caching',
] as const
export type ReviewCheckName = (typeof reviewChecks)[number]

/** Requests that show what settings and recorded answers do not. None is sent before a person says so. */
export const probes = [
  /** Metadata and key set are read. */
  'published',
  /** A stranger introspects a token. */
  'introspection_open',
  /** A token for another audience is sent to the API. */
  'wrong_audience',
  /** A token whose signature was changed is sent to the API. */
  'changed_token',
  /** A token without the scope that a call needs is sent to the API. */
  'missing_scope',
  /** A token is revoked, introspected and sent to the API. */
  'revocation',
  /** The servers are asked by plain http, without credentials. */
  'plain_http',
  /** Wrong credentials of a client that does not exist are sent until the server slows it down. */
  'rate_limit',
] as const
export type Probe = (typeof probes)[number]

/** Why the answers to a probe do not say. */
export const unclearProbes = [
  'not_sent',
  'no_answer',
  'no_token',
  /** The token is one that an environment holds: the server gives the same again. */
  'same_token',
  'same_audience',
  'opaque_token',
  'scope_granted',
  'not_active_before',
  'call_failed_before',
  /** The call works without a token as well. */
  'no_token_needed',
  /** A token was issued for made-up credentials. */
  'not_refused',
  'redirected',
  'refused_otherwise',
  'server_error',
  'not_readable',
  'cancelled',
] as const
export type UnclearProbe = (typeof unclearProbes)[number]

/** Sent only where it is chosen by its name: wrong credentials look like an attack, and may be answered as one. */
export const isOnlyByName = (probe: Probe): boolean => probe === 'rate_limit'

/** Wrong credentials that the probe `rate_limit` sends at most. */
export const mostWrongCredentials = 20

/** Days after which a secret, and a review of the scopes, counts as old. */
export const credentialDays = 90
/** Of a key, which never leaves this side: as long as certificates of public CAs were valid at most from 2020 to 2026. */
export const keyDays = 398
/** Days for which a client certificate is valid at most, so that replacing it is practised: a bit over two years. */
export const certificateDays = 825
export const scopesReviewDays = 180

/** Days of which a review counts what was recorded. */
export const usageDays = 30

export const acceptanceLimits = { most: 100, reasonMaximum: 1000 } as const
