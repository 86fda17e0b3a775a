import type { ReviewCheckName } from '../../vocabulary/review.ts'
import type { ReviewCheck } from './check.ts'
import { alerts } from './checks/alerts.ts'
import { auditTrail } from './checks/audit-trail.ts'
import { certificateAge } from './checks/certificate-age.ts'
import { credentialAccess } from './checks/credential-access.ts'
import { customScopes } from './checks/custom-scopes.ts'
import { environmentSeparation } from './checks/environment-separation.ts'
import { failuresRecorded } from './checks/failures-recorded.ts'
import { leastPrivilege } from './checks/least-privilege.ts'
import { missingScope } from './checks/missing-scope.ts'
import { rateLimit } from './checks/rate-limit.ts'
import { refreshToken } from './checks/refresh-token.ts'
import { scopesRequested } from './checks/scopes-requested.ts'
import { scopesReviewed } from './checks/scopes-reviewed.ts'
import { secretAge } from './checks/secret-age.ts'
import { secretStorage } from './checks/secret-storage.ts'
import { secretsInSettings } from './checks/secrets-in-settings.ts'
import { sharedCredential } from './checks/shared-credential.ts'
import { tokenCaching } from './checks/token-caching.ts'
import { tokenLifetime } from './checks/token-lifetime.ts'
import { usageRecorded } from './checks/usage-recorded.ts'

/** By their names. */
export const checks: Readonly<Partial<Record<ReviewCheckName, ReviewCheck>>> = {
  alerts,
  audit_trail: auditTrail,
  certificate_age: certificateAge,
  credential_access: credentialAccess,
  custom_scopes: customScopes,
  environment_separation: environmentSeparation,
  failures_recorded: failuresRecorded,
  least_privilege: leastPrivilege,
  missing_scope: missingScope,
  rate_limit: rateLimit,
  refresh_token: refreshToken,
  scopes_requested: scopesRequested,
  scopes_reviewed: scopesReviewed,
  secret_age: secretAge,
  secret_storage: secretStorage,
  secrets_in_settings: secretsInSettings,
  shared_credential: sharedCredential,
  token_caching: tokenCaching,
  token_lifetime: tokenLifetime,
  usage_recorded: usageRecorded,
}
