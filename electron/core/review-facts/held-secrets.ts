import type { EnvironmentInput } from '../../contract/environment.ts'
import { type SecretName, secretNameSchema, type SecretState } from '../../contract/secret.ts'
import type { WithSecretStore } from '../core-context.ts'
import {
  type CurrentEnvironment,
  type EnvironmentDeps,
  presentEnvironment,
} from '../environment/current-environment.ts'
import { neededToAuthenticate, neededToPresent, neededToProve } from '../environment/needed-secrets.ts'
import { secretFacts } from '../flow/facts/secret-facts.ts'
import type { HeldSecret } from '../review/case.ts'
import { sourceOf } from '../secrets/source.ts'
import { keyFileOf } from './key-file.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

export type SecretDeps = EnvironmentDeps & WithSecretStore<'get'>

/** The secrets that an environment has or needs. Nobody and nothing is asked for one. */
export async function heldSecrets(
  deps: SecretDeps,
  stored: StoredEnvironment,
  { value, secrets }: Pick<CurrentEnvironment, 'value' | 'secrets'>,
): Promise<HeldSecret[]> {
  const { secrets: states } = presentEnvironment(deps, stored)
  const needed = new Set<SecretName>(neededIn(value))
  const held: HeldSecret[] = []
  for (const name of secretNameSchema.options) {
    const source = sourceIn(value, name, states[name])
    if (source === 'none' && !needed.has(name)) continue
    const isFile = source === 'file'
    const text = isFile ? null : (secrets[name] ?? (source === 'stored' ? await opened(deps, stored.id, name) : null))
    const setAt = isFile ? null : states[name].setAt
    held.push({
      name,
      source,
      setAt,
      facts: text === null ? null : secretFacts(text, value.client_id, setAt),
      differentCharacters: text === null ? null : new Set(text).size,
      fileReadableBy: null,
      isInRepository: false,
    })
  }
  return held
}

/** A key may have no passphrase, and a proxy may want no password. */
function neededIn(value: EnvironmentInput): SecretName[] {
  const all = [
    ...neededToAuthenticate(value, value.token_endpoint_auth_method),
    ...neededToPresent(value),
    ...neededToProve(value),
  ]
  return all.filter((name) => !name.endsWith('passphrase'))
}

function sourceIn(value: EnvironmentInput, name: SecretName, { kind }: SecretState): HeldSecret['source'] {
  if (keyFileOf(value, name) !== '') return 'file'
  if (kind === 'source') return sourceOf(value, name).kind
  return kind
}

async function opened({ secretStore }: SecretDeps, id: string, name: SecretName): Promise<string | null> {
  const found = await secretStore.get(id, name, 'current')
  return found?.ok === true ? found.value : null
}
