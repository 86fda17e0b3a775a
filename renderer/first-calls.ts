import { call } from './host.ts'

/** What the first picture shows, asked for while the rest of the page's script is still to run. */
export const firstCalls = {
  preferences: call('getPreferences', undefined),
  environments: call('listEnvironments', undefined),
  tokens: call('listTokens', undefined),
  sandbox: call('sandboxStatus', undefined),
}
