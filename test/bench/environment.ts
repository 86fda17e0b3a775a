import type { CallInput } from '../../electron/contract/calls.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'

/** The environment that both G8 and G9 request their tokens for, with its secret, as it is saved. */
export const benchEnvironment = (tokenEndpoint: string): CallInput<'saveEnvironment'> => ({
  id: null,
  value: { ...newEnvironment, name: 'Bench', token_endpoint: tokenEndpoint, client_id: 'bench', scope: 'api:read' },
  secrets: { client_secret: 'bench' },
  keepOld: [],
})
