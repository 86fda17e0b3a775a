import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/contract/new-environment.ts'

/** The environment that both G8 and G9 request their tokens for. */
export const benchEnvironment = (tokenEndpoint: string): EnvironmentInput => ({
  ...newEnvironment,
  name: 'Bench',
  token_endpoint: tokenEndpoint,
  client_id: 'bench',
  scope: 'api:read',
})
