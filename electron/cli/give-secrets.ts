import type { EnvironmentInput } from '../contract/environment.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../contract/secret.ts'
import type { CallContext } from '../core/core-context.ts'
import { bindGiven } from '../core/environment/bind-secrets.ts'
import type { Host } from './host.ts'

/** What is given on the command line is used, no matter where the environment says that it comes from. */
export function withGiven(value: EnvironmentInput, given: TypedSecrets): EnvironmentInput {
  const session = Object.keys(given).map((name) => [name, { kind: 'session' }])
  return { ...value, secretSources: { ...value.secretSources, ...Object.fromEntries(session) } }
}

/**
 * Saves an environment with the secrets that were given. Saving binds them to all that it names; what came with a file has
 * to be allowed, so of each no more is bound than `restore` puts back and a person set up.
 */
export async function giveSecrets(
  { api, workspace }: Host,
  { id, value }: { id: string; value: EnvironmentInput },
  secrets: TypedSecrets,
  context: CallContext,
  restore: (name: SecretName) => void = () => {},
): Promise<void> {
  await api.saveEnvironment({ id, value, secrets, keepOld: [] }, context)
  for (const name of secretNameSchema.options) {
    if ((secrets[name] ?? '') === '') continue
    workspace.secretBindings.clear(id, name)
    restore(name)
    bindGiven(workspace, id, value, name)
  }
}
