import type { PracticeSectionName } from '../../catalogue/review-practices.ts'
import type { Practice } from '../../vocabulary/review.ts'

/** In the words of the M2M best practices, so that one can be held beside the other. */
export const sectionTitles: Readonly<Record<PracticeSectionName, string>> = {
  credential_storage: 'Secure credential storage',
  token_management: 'Token management',
  network_security: 'Network security',
  token_validation: 'Token validation',
  errors_and_logging: 'Error handling and logging',
  scopes_and_permissions: 'Scope and permission management',
  rfc_9700: 'Further practices of RFC 9700',
}

export const practiceTitles: Readonly<Record<Practice, string>> = {
  never_commit_secrets: 'Never commit secrets to version control',
  different_credentials: 'Use different credentials per environment',
  rotate_credentials: 'Rotate credentials regularly',
  limit_credential_access: 'Limit credential access',
  short_lived_tokens: 'Use short-lived tokens',
  cache_tokens: 'Cache tokens appropriately',
  scope_tokens: 'Scope tokens appropriately',
  monitor_token_usage: 'Monitor token usage',
  refresh_tokens: 'Note on refresh tokens',
  use_https: 'Use HTTPS/TLS',
  ip_allow_list: 'Implement IP whitelisting',
  mutual_tls: 'Use mutual TLS (mTLS)',
  always_validate: 'Always validate tokens',
  token_introspection: 'Use token introspection',
  cache_validation: 'Implement caching',
  check_revocation: 'Check token revocation',
  log_failures: 'Log authentication failures',
  rate_limiting: 'Implement rate limiting',
  alert_on_anomalies: 'Alert on anomalies',
  audit_token_usage: 'Audit token usage',
  least_privilege: 'Principle of least privilege',
  custom_scopes: 'Use custom scopes',
  review_scopes: 'Review scope assignments',
  validate_scopes: 'Implement scope validation',
  strong_authentication: 'Authenticate with a key, not a shared secret',
  strong_keys: 'Use strong keys and secrets',
  publish_metadata: 'Publish consistent metadata',
  no_credentials_in_urls: 'Keep credentials out of URLs',
  no_stored_answers: 'Forbid caches to store tokens',
}
