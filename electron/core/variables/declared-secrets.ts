import type { EnvironmentInput } from '../../contract/environment.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { sealedText, secretValuesIn } from './secret-values.ts'

interface Declared {
  /** What is to be sealed in the place of what is; empty deletes it, null leaves it. */
  stored: string | null
  /** The same of what lies in memory. */
  session: string | null
}

/**
 * The values of the secret variables that an environment declares, without those that it declares no longer. What cannot be
 * opened now is left: a name that is not declared is used by nothing, and the next saving deletes it.
 */
export async function declaredSecrets(
  { session, secretStore }: WithSession<'secrets'> & WithSecretStore<'get'>,
  id: string,
  { variables }: Pick<EnvironmentInput, 'variables'>,
): Promise<Declared> {
  const names = new Set(variables.flatMap(({ name, secret }) => (secret ? [name] : [])))
  const opened = await secretStore.get(id, 'secret_variables', 'current')
  const inMemory = session.secrets.get(id)?.secret_variables ?? ''
  return {
    stored: opened?.ok === true ? withoutOthers(opened.value, names) : null,
    session: inMemory === '' ? null : withoutOthers(inMemory, names),
  }
}

/** Null where there are none but these. */
function withoutOthers(text: string, names: ReadonlySet<string>): string | null {
  const values = secretValuesIn(text)
  const declared = new Map([...values].filter(([name]) => names.has(name)))
  return declared.size === values.size ? null : sealedText(declared)
}
