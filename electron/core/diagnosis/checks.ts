import type { Check } from './check.ts'
import { apiRequirements } from './checks/api-requirements.ts'
import { caller } from './checks/caller.ts'
import { clock } from './checks/clock.ts'
import { proofOfPossession } from './checks/proof-of-possession.ts'
import { assertion } from './checks/assertion.ts'
import { authenticationMethod } from './checks/authentication-method.ts'
import { changes } from './checks/changes.ts'
import { clientCertificate } from './checks/client-certificate.ts'
import { clientCredentials } from './checks/client-credentials.ts'
import { grant } from './checks/grant.ts'
import { secretEncoding } from './checks/secret-encoding.ts'
import { secretValue } from './checks/secret-value.ts'
import { serverWords } from './checks/server-words.ts'
import { scope } from './checks/scope.ts'
import { audience } from './checks/audience.ts'
import { endpoint } from './checks/endpoint.ts'
import { requestForm } from './checks/request-form.ts'
import { status } from './checks/status.ts'
import { webPage } from './checks/web-page.ts'
import { connection } from './checks/connection.ts'
import { metadata } from './checks/metadata.ts'
import { keys } from './checks/keys.ts'
import { token } from './checks/token.ts'

/** Everything that is looked at, in the order in which people read the list. Causes of one strength keep this order. */
export const checks: readonly Check[] = [
  serverWords,
  secretValue,
  secretEncoding,
  clientCredentials,
  authenticationMethod,
  grant,
  assertion,
  clientCertificate,
  scope,
  audience,
  endpoint,
  requestForm,
  status,
  webPage,
  connection,
  clock,
  token,
  apiRequirements,
  proofOfPossession,
  caller,
  metadata,
  keys,
  changes,
]
