import type { ImportedSecret } from '../../../contract/import-edits.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../../../contract/secret.ts'
import type { CarriedByEnvironment } from '../../shared-file/shared-file.ts'
import { sealedText, secretValuesIn } from '../../variables/secret-values.ts'

/** The secrets of a file without those that a person does not take, by environment. */
export function withSecretsLeftOut(
  carried: CarriedByEnvironment,
  leftOut: readonly ImportedSecret[],
): ReadonlyMap<string, TypedSecrets> {
  const kept = new Map<string, TypedSecrets>(Object.entries(carried))
  for (const { environmentId, name, variable } of leftOut) {
    const secrets = kept.get(environmentId)
    if (secrets !== undefined) kept.set(environmentId, without(secrets, name, variable))
  }
  return kept
}

function without(secrets: TypedSecrets, name: SecretName, variable: string): TypedSecrets {
  if (name !== 'secret_variables' || variable === '') return withCarried(secrets, name, '')
  const values = secretValuesIn(secrets.secret_variables ?? '')
  values.delete(variable)
  return withCarried(secrets, name, sealedText(values))
}

/** The secrets with one set; an empty one is none. */
export function withCarried(secrets: TypedSecrets, name: SecretName, value: string): TypedSecrets {
  const texts = secretNameSchema.options.map((each) => [each, each === name ? value : (secrets[each] ?? '')] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}
