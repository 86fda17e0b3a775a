import type { ReviewCheckName } from '../../vocabulary/review.ts'
import type { ReviewCheck } from './check.ts'
import { certificateAge } from './checks/certificate-age.ts'
import { credentialAccess } from './checks/credential-access.ts'
import { environmentSeparation } from './checks/environment-separation.ts'
import { refreshToken } from './checks/refresh-token.ts'
import { scopesRequested } from './checks/scopes-requested.ts'
import { secretAge } from './checks/secret-age.ts'
import { secretStorage } from './checks/secret-storage.ts'
import { secretsInSettings } from './checks/secrets-in-settings.ts'
import { sharedCredential } from './checks/shared-credential.ts'
import { tokenCaching } from './checks/token-caching.ts'
import { tokenLifetime } from './checks/token-lifetime.ts'
import { usageRecorded } from './checks/usage-recorded.ts'

/** By their names. */
export const checks: Readonly<Partial<Record<ReviewCheckName, ReviewCheck>>> = {
  certificate_age: certificateAge,
  credential_access: credentialAccess,
  environment_separation: environmentSeparation,
  refresh_token: refreshToken,
  scopes_requested: scopesRequested,
  secret_age: secretAge,
  secret_storage: secretStorage,
  secrets_in_settings: secretsInSettings,
  shared_credential: sharedCredential,
  token_caching: tokenCaching,
  token_lifetime: tokenLifetime,
  usage_recorded: usageRecorded,
}
