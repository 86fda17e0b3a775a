import { sealedText, secretValuesIn } from '../../variables/secret-values.ts'
import type { NamedEnvironment } from './collection-environments.ts'

/** Environments that are the same in several collections as one, with the calls of all, and each with a name of its own. */
export function differentEnvironments(all: readonly NamedEnvironment[]): NamedEnvironment[] {
  const byKey = new Map<string, NamedEnvironment>()
  const others: NamedEnvironment[] = []
  for (const one of all) {
    const key = keyOf(one)
    const known = key === null ? undefined : byKey.get(key)
    const joined = known === undefined ? null : join(known, one)
    if (key !== null && joined !== null) byKey.set(key, joined)
    else if (key !== null && known === undefined) byKey.set(key, one)
    else others.push(one)
  }
  const taken = new Map<string, number>()
  return [...byKey.values(), ...others].map((one) => named(one, taken))
}

/** Null for what has no client. */
function keyOf({ environment, setName }: NamedEnvironment): string | null {
  const { value, kind, open } = environment
  if (kind === 'calls' || (value.client_id === '' && open.length === 0)) return null
  const { token_endpoint, issuer, client_id, scope, audience, resource, parameters } = value
  return JSON.stringify([setName, token_endpoint, issuer, client_id, scope, audience, resource, parameters, open])
}

/** Null where a variable has one value here and another one there. */
function join(one: NamedEnvironment, other: NamedEnvironment): NamedEnvironment | null {
  const rows = new Map(one.environment.value.variables.map((row) => [row.name, row]))
  const secrets = secretValuesIn(one.carried.secret_variables ?? '')
  const otherSecrets = secretValuesIn(other.carried.secret_variables ?? '')
  for (const row of other.environment.value.variables) {
    const known = rows.get(row.name)
    const isSame = known === undefined || (known.value === row.value && known.secret === row.secret)
    const [secret, otherSecret] = [secrets.get(row.name), otherSecrets.get(row.name)]
    if (!isSame || (secret !== undefined && otherSecret !== undefined && secret !== otherSecret)) return null
    rows.set(row.name, row)
    if (otherSecret !== undefined) secrets.set(row.name, otherSecret)
  }
  const sealed = sealedText(secrets)
  const { environment } = one
  return {
    ...one,
    environment: {
      ...environment,
      value: { ...environment.value, variables: [...rows.values()] },
      calls: [...environment.calls, ...other.environment.calls],
      found: [...environment.found, ...other.environment.found],
      preserved: {
        ...environment.preserved,
        declaredSecrets: [
          ...new Set([...environment.preserved.declaredSecrets, ...other.environment.preserved.declaredSecrets]),
        ],
      },
    },
    carried: { ...other.carried, ...one.carried, ...(sealed === '' ? {} : { secret_variables: sealed }) },
    needed: [...one.needed, ...other.needed],
  }
}

/** The name, or the first with a number that no other has. */
function named(one: NamedEnvironment, taken: Map<string, number>): NamedEnvironment {
  let name = one.name
  let count = taken.get(one.name) ?? 0
  while (taken.has(name)) name = `${one.name} ${++count}`
  taken.set(one.name, Math.max(count, 1))
  if (name === one.name) return one
  taken.set(name, 1)
  return { ...one, name, environment: { ...one.environment, value: { ...one.environment.value, name } } }
}
