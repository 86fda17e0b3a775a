import { isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import type { DraftCall, DraftClient } from './import-draft.ts'
import { finderForPeople, type FindSecrets, secretFinder } from './secret-finder.ts'
import { isPlainWord, isSecretVariable } from './secret-marks.ts'
import type { Scope } from './variable-scope.ts'

export interface KnownSecrets {
  find: FindSecrets
  /** In names and notes. */
  findForPeople: FindSecrets
  /** Those of clients alone. */
  findOfClients: FindSecrets
  /** Whether a text is one as a whole, short ones too. */
  isWhole: (text: string) => boolean
  /** The variable that has this value in every scope; null where none has. */
  variableOf: (value: string) => string | null
}

/** Characters of a secret that is found where it is all of a value. */
const shortest = 4

/** What a file says is secret, or looks it, so that it is found wherever else it is written. */
export function knownSecrets(
  scopes: readonly Scope[],
  clients: readonly DraftClient[],
  calls: readonly DraftCall[] = [],
): KnownSecrets {
  const named = new Map<string, { text: string; scopes: number }>()
  const values = new Set<string>()
  const ids = new Set<string>()
  const ofClients = new Set<string>()
  // Where their calls have other values for it, these are written into them.
  for (const { variables } of calls) for (const one of variables) if (isSecretVariable(one)) values.add(one.value)
  for (const scope of scopes) {
    for (const [name, { value, isSecret }] of scope.variables) {
      const { text, missing } = scope.resolve(value)
      if (!isSecret || missing.size > 0) continue
      values.add(text)
      const known = named.get(name)
      if (known === undefined) named.set(name, { text, scopes: 1 })
      else if (known.text === text) known.scopes++
    }
    for (const { settings, secrets } of clients) {
      ids.add(scope.resolve(settings.client_id ?? '').text)
      for (const secret of Object.values(secrets)) ofClients.add(scope.resolve(secret).text)
    }
  }
  for (const value of ofClients) values.add(value)
  for (const id of ids) for (const all of [values, ofClients]) all.delete(id)
  const names = new Map<string, string>()
  for (const [name, { text, scopes: count }] of named) if (count === scopes.length) names.set(text, name)
  const whole = new Set([...values].filter((value) => value.length >= shortest && !isPlainWord(value)))
  return {
    find: secretFinder(values),
    findForPeople: finderForPeople(values),
    findOfClients: secretFinder(ofClients),
    isWhole: (text) => whole.has(text) && !isPlaceholder(text),
    variableOf: (value) => names.get(value) ?? null,
  }
}
