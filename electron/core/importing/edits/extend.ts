import { freeName } from '../../../common/free-name.ts'
import type { Variable } from '../../../contract/variable.ts'
import type { TypedSecrets } from '../../../contract/secret.ts'
import { variablePattern } from '../../../vocabulary/variables.ts'
import { sealedText, secretValuesIn } from '../../variables/secret-values.ts'
import type { StoredEnvironment } from '../../workspace/tables/environments.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import { withCarried } from './edited-secrets.ts'

/** Calls alone, as they go into an environment that is here. */
export interface Extension {
  /** Its value is that of the environment with the variables of the calls. */
  read: ReadEnvironment
  secrets: TypedSecrets
  /** What variables are called that the environment has with another value. */
  renamed: readonly { name: string; renamed: string }[]
}

/**
 * Adds to an environment the variables that calls need. One that it or the workspace has with the same value, or that the file
 * has no value for, is shared; one with another value gets a name that is free, since calls that are here use the other.
 */
export function extension(
  existing: StoredEnvironment,
  read: ReadEnvironment,
  secrets: TypedSecrets,
  ofWorkspace: readonly Variable[],
): Extension {
  const here = new Map([...ofWorkspace, ...existing.value.variables].map((row) => [row.name, row]))
  const values = secretValuesIn(secrets.secret_variables ?? '')
  const taken = new Set([...here.keys(), ...read.value.variables.map(({ name }) => name)])
  const renames = new Map<string, string>()
  const added: Variable[] = []
  const sealed = new Map<string, string>()
  for (const row of read.value.variables) {
    const other = here.get(row.name)
    if (other !== undefined && isShared(row, other, values.get(row.name))) continue
    const name = other === undefined ? row.name : takeName(row.name, taken)
    if (name !== row.name) renames.set(row.name, name)
    added.push({ ...row, name })
    const secret = values.get(row.name)
    if (row.secret && secret !== undefined) sealed.set(name, secret)
  }
  return {
    read: {
      ...read,
      value: { ...existing.value, variables: [...existing.value.variables, ...added] },
      calls: renames.size === 0 ? read.calls : read.calls.map((call) => withNames(call, renames)),
    },
    secrets: withCarried({}, 'secret_variables', sealedText(sealed)),
    renamed: [...renames].map(([name, renamed]) => ({ name, renamed })),
  }
}

/** A stored secret is not opened to compare it, so one that comes with a value is another. */
function isShared(row: Variable, other: Variable, secret: string | undefined): boolean {
  if (row.secret) return secret === undefined
  return row.value === '' || (!other.secret && row.value === other.value)
}

/** Every text of it: rows that are off, too. No character of a name is escaped in JSON. */
function withNames<Call extends ReadEnvironment['calls'][number]>(
  call: Call,
  renames: ReadonlyMap<string, string>,
): Call {
  const text = JSON.stringify(call)
  const renamed = text.replace(variablePattern, (whole, name: string) => {
    const other = renames.get(name)
    return other === undefined ? whole : `{{${other}}}`
  })
  if (renamed === text) return call
  const again: Call = JSON.parse(renamed)
  return again
}

function takeName(name: string, taken: Set<string>): string {
  const free = freeName(
    name,
    (one) => taken.has(one),
    (count) => `${name.slice(0, 94)}_${count}`,
  )
  taken.add(free)
  return free
}
