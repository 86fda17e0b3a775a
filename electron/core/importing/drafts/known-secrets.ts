import type { DraftClient } from './import-draft.ts'
import { type FindSecrets, secretFinder } from './secret-finder.ts'
import type { Scope } from './variable-scope.ts'

export interface KnownSecrets {
  find: FindSecrets
  /** The variable that has this value in every scope; null where none has. */
  variableOf: (value: string) => string | null
}

/** What a file says is secret, or looks it, so that it is found wherever else it is written. */
export function knownSecrets(scopes: readonly Scope[], clients: readonly DraftClient[]): KnownSecrets {
  const names = new Map<string, string>()
  const values = new Set<string>()
  const ids = new Set<string>()
  for (const scope of scopes) {
    for (const [name, { value, isSecret }] of scope.variables) {
      const { text, missing } = scope.resolve(value)
      if (!isSecret || missing.size > 0) continue
      values.add(text)
      if (scopes.every((other) => other.resolve(`{{${name}}}`).text === text)) names.set(text, name)
    }
    for (const { settings, secrets } of clients) {
      ids.add(scope.resolve(settings.client_id ?? '').text)
      for (const secret of Object.values(secrets)) values.add(scope.resolve(secret).text)
    }
  }
  for (const id of ids) values.delete(id)
  return { find: secretFinder(values), variableOf: (value) => names.get(value) ?? null }
}
