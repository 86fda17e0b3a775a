import type { QueryClient } from '@tanstack/react-query'
import type { CallOutput } from '../../electron/contract/calls.ts'
import type { Environment } from '../../electron/contract/environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { secretNames } from '../../electron/vocabulary/secret-names.ts'
import { call } from '../host.ts'
import { environmentQuery } from './environments.ts'
import { settleTypedSecrets } from './typed-secrets.ts'

type SetResult = Exclude<CallOutput<'saveEnvironment'>, { kind: 'gone' }>

/** Where the secrets are kept from now on: as the environment says, or until the app ends. */
export type KeptAs = 'set_up' | 'session'

/** Sets secrets of an environment, which otherwise stays as it is saved. @throws when it is gone, or cannot be saved */
export async function setSecrets(
  client: QueryClient,
  environmentId: string,
  secrets: TypedSecrets,
  keptAs: KeptAs,
): Promise<SetResult> {
  const environment = await client.fetchQuery(environmentQuery(environmentId))
  const outcome =
    environment === null
      ? ({ kind: 'gone' } as const)
      : await call('saveEnvironment', {
          id: environmentId,
          value: keptAs === 'session' ? ofSession(environment, secrets) : settingsOf(environment),
          secrets,
          keepOld: [],
        })
  if (outcome.kind === 'gone') throw new Error('This environment no longer exists.')
  if (outcome.kind === 'saved') {
    client.setQueryData(environmentQuery(environmentId).queryKey, outcome.environment)
    settleTypedSecrets(environmentId, secrets)
  }
  return outcome
}

function settingsOf({ id: _id, builtIn: _builtIn, secrets: _secrets, ...value }: Environment) {
  return value
}

function ofSession(environment: Environment, secrets: TypedSecrets) {
  const value = settingsOf(environment)
  const sources = secretNames.flatMap((name) =>
    secrets[name] === undefined ? [] : [[name, { kind: 'session' }] as const],
  )
  return { ...value, secretSources: { ...value.secretSources, ...Object.fromEntries(sources) } }
}
