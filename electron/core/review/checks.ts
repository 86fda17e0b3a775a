import type { ReviewCheckName } from '../../vocabulary/review.ts'
import type { ReviewCheck } from './check.ts'
import { alerts } from './checks/alerts.ts'
import { answerCaching } from './checks/answer-caching.ts'
import { auditTrail } from './checks/audit-trail.ts'
import { certificateAge } from './checks/certificate-age.ts'
import { certificateChain } from './checks/certificate-chain.ts'
import { changedToken } from './checks/changed-token.ts'
import { clientAuthentication } from './checks/client-authentication.ts'
import { clientKey } from './checks/client-key.ts'
import { credentialAccess } from './checks/credential-access.ts'
import { credentialsInUrls } from './checks/credentials-in-urls.ts'
import { customScopes } from './checks/custom-scopes.ts'
import { encryptedEndpoints } from './checks/encrypted-endpoints.ts'
import { environmentSeparation } from './checks/environment-separation.ts'
import { failuresRecorded } from './checks/failures-recorded.ts'
import { introspectionProtected } from './checks/introspection-protected.ts'
import { ipAllowList } from './checks/ip-allow-list.ts'
import { jwtProfile } from './checks/jwt-profile.ts'
import { leastPrivilege } from './checks/least-privilege.ts'
import { metadata } from './checks/metadata.ts'
import { missingScope } from './checks/missing-scope.ts'
import { plainHttp } from './checks/plain-http.ts'
import { rateLimit } from './checks/rate-limit.ts'
import { refreshToken } from './checks/refresh-token.ts'
import { revocationEffect } from './checks/revocation-effect.ts'
import { scopesRequested } from './checks/scopes-requested.ts'
import { scopesReviewed } from './checks/scopes-reviewed.ts'
import { secretAge } from './checks/secret-age.ts'
import { secretStorage } from './checks/secret-storage.ts'
import { secretStrength } from './checks/secret-strength.ts'
import { secretsInSettings } from './checks/secrets-in-settings.ts'
import { senderConstraint } from './checks/sender-constraint.ts'
import { serverKeys } from './checks/server-keys.ts'
import { sharedCredential } from './checks/shared-credential.ts'
import { tlsVersion } from './checks/tls-version.ts'
import { tokenAlgorithm } from './checks/token-algorithm.ts'
import { tokenAudience } from './checks/token-audience.ts'
import { tokenCaching } from './checks/token-caching.ts'
import { tokenLifetime } from './checks/token-lifetime.ts'
import { usageRecorded } from './checks/usage-recorded.ts'
import { validationCaching } from './checks/validation-caching.ts'
import { wrongAudience } from './checks/wrong-audience.ts'

/** By their names. */
export const checks: Readonly<Record<ReviewCheckName, ReviewCheck>> = {
  alerts,
  answer_caching: answerCaching,
  audit_trail: auditTrail,
  certificate_age: certificateAge,
  certificate_chain: certificateChain,
  changed_token: changedToken,
  client_authentication: clientAuthentication,
  client_key: clientKey,
  credential_access: credentialAccess,
  credentials_in_urls: credentialsInUrls,
  custom_scopes: customScopes,
  encrypted_endpoints: encryptedEndpoints,
  environment_separation: environmentSeparation,
  failures_recorded: failuresRecorded,
  introspection_protected: introspectionProtected,
  ip_allow_list: ipAllowList,
  jwt_profile: jwtProfile,
  least_privilege: leastPrivilege,
  metadata,
  missing_scope: missingScope,
  plain_http: plainHttp,
  rate_limit: rateLimit,
  refresh_token: refreshToken,
  revocation_effect: revocationEffect,
  scopes_requested: scopesRequested,
  scopes_reviewed: scopesReviewed,
  secret_age: secretAge,
  secret_storage: secretStorage,
  secret_strength: secretStrength,
  secrets_in_settings: secretsInSettings,
  sender_constraint: senderConstraint,
  server_keys: serverKeys,
  shared_credential: sharedCredential,
  tls_version: tlsVersion,
  token_algorithm: tokenAlgorithm,
  token_audience: tokenAudience,
  token_caching: tokenCaching,
  token_lifetime: tokenLifetime,
  usage_recorded: usageRecorded,
  validation_caching: validationCaching,
  wrong_audience: wrongAudience,
}
