import type { QueryClient } from '@tanstack/react-query'
import type { Environment, EnvironmentInput } from '../../../../electron/contract/environment.ts'
import type { SecretName, TypedSecrets } from '../../../../electron/contract/secret.ts'
import type { Typed, TypedVariable } from '../../../queries/typed-secrets.ts'
import { draftValues } from '../form-draft.ts'
import { valuesOf } from '../form-values.ts'
import { readValues } from '../read-values.ts'
import { valuesToStore } from '../variables/typed-values.ts'
import { secretsToSet } from '../secrets/shown-secrets.ts'

/** What is typed in Configure, ready to be saved; or what is wrong with it. */
export type Unsaved =
  | {
      kind: 'ready'
      value: EnvironmentInput
      secrets: TypedSecrets
      keepOld: ReadonlySet<SecretName>
      variables: readonly TypedVariable[]
    }
  | { kind: 'wrong'; messages: readonly string[] }

export function readUnsaved(environment: Environment, draft: string | undefined, typed: Typed): Unsaved {
  const saved = valuesOf(environment)
  const values = draftValues(draft, saved) ?? saved
  const read = readValues(values)
  return read.ok
    ? {
        kind: 'ready',
        value: read.value,
        secrets: secretsToSet(typed.secrets, values),
        keepOld: typed.keepOld,
        variables: valuesToStore(typed.variables, values.variables),
      }
    : { kind: 'wrong', messages: [...new Set(Object.values(read.errors))] }
}

/** The drafts as they are now; a screen may still show those of a moment ago. */
export const currentDrafts = (client: QueryClient): ReadonlyMap<string, string> | undefined =>
  client.getQueryData(['drafts'])
