import type { DiagnosisCheck } from '../../contract/diagnosis.ts'
import type { Purpose } from '../../contract/exchange.ts'

const client = ['token', 'introspection', 'revocation'] as const
const all = [...client, 'discovery', 'jwks', 'api'] as const

/** At which steps each check has anything to look at: at others it is not named among what was checked. */
export const checkSteps: Readonly<Record<DiagnosisCheck, readonly Purpose[]>> = {
  server_words: all,
  secret_value: client,
  secret_encoding: client,
  client_credentials: client,
  authentication_method: client,
  grant: ['token'],
  assertion: client,
  client_certificate: client,
  scope: ['token'],
  audience: ['token'],
  endpoint: [...client, 'discovery'],
  request_form: client,
  status: all,
  web_page: all,
  connection: all,
  clock: all,
  token: ['api'],
  api_requirements: ['api'],
  proof_of_possession: ['token', 'api'],
  caller: ['introspection'],
  metadata: ['discovery'],
  keys: ['jwks'],
  changes: client,
}
