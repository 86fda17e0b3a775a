import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { textSettings } from '../../../vocabulary/import-formats.ts'
import type { KnownSecrets } from './known-secrets.ts'

/** The client ID is no secret. */
const texts = textSettings.filter((field) => field !== 'client_id')

/** Settings are stored in clear: what has the secret of a client in it is left out, and named. */
export function clearSettings(
  value: EnvironmentInput,
  { findOfClients: find, isWhole }: KnownSecrets,
): { value: EnvironmentInput; facts: ImportFact[] } {
  const has = (text: string) => find(text).length > 0
  const emptied = texts.filter((field) => has(value[field]))
  const resource = value.resource.filter((text) => !has(text))
  const pairs = (field: 'parameters' | 'headers') =>
    value[field].filter((pair) => !has(pair.value) && !isWhole(pair.value))
  const [parameters, headers] = [pairs('parameters'), pairs('headers')]
  const shortened = [
    ...(resource.length === value.resource.length ? [] : ['resource']),
    ...(parameters.length === value.parameters.length ? [] : ['parameters']),
    ...(headers.length === value.headers.length ? [] : ['headers']),
  ]
  const names = [...emptied, ...shortened]
  if (names.length === 0) return { value, facts: [] }
  const empty = Object.fromEntries(emptied.map((field) => [field, '']))
  return {
    value: { ...value, ...empty, resource, parameters, headers },
    facts: [{ code: 'settings', evidence: { note: 'not_kept', names } }],
  }
}
