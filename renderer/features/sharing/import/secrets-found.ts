import type { ImportedSecret } from '../../../../electron/contract/import-edits.ts'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { FoundSecret, ImportItem } from '../../../../electron/contract/sharing.ts'
import { sentTo } from './needed-secrets.ts'
import { secretKey } from './preview/edits.ts'
import { ownerOf } from './receivers.ts'
import { grouped } from '../../../ui/grouped.ts'

/** A secret that comes along, or has to be supplied; those of many places are one. */
export interface SecretInFile {
  key: string
  name: SecretName
  /** What its secret variable is called; empty for every other secret. */
  variable: string
  /** Where it was, in another tool's file. */
  places: readonly FoundSecret[]
  environments: readonly string[]
  sentTo: readonly string[]
  /** `likely` only looks like a secret. */
  state: 'needed' | 'in_file' | 'likely'
  /** What is left out with it. */
  secrets: readonly ImportedSecret[]
}

/**
 * Every secret that these environments bring along or lack, those that are needed first. Environments of one file that have
 * a secret variable at the same place share its line, and what is left out is still there, so that it can be taken again.
 */
export function secretsFound(items: readonly ImportItem[], leftOut: readonly ImportedSecret[]): SecretInFile[] {
  const out = grouped(leftOut, ({ environmentId }) => environmentId)
  const rows = items.flatMap((item) => secretsOf(item, out.get(item.id) ?? []))
  const byKey = grouped(rows, (row) =>
    row.variable === '' ? row.key : `shared ${row.state} ${row.variable} ${placeText(row.places)}`,
  )
  const found = [...byKey].flatMap(([key, [first, ...others]]) =>
    first === undefined ? [] : [others.reduce(together, { ...first, key })],
  )
  return found.toSorted((one, other) => order[one.state] - order[other.state])
}

/** How many secrets of an environment would be stored. */
export function takenSecrets(item: ImportItem, leftOut: readonly ImportedSecret[]): number {
  if (item.carried.length === 0) return 0
  const out = new Set(leftOut.map(secretKey))
  const taken = secretsFound([item], leftOut).filter(
    ({ state, secrets }) => state !== 'needed' && !secrets.some((one) => out.has(secretKey(one))),
  )
  return taken.length
}

const order = { needed: 0, likely: 1, in_file: 2 } as const

const together = (one: SecretInFile, other: SecretInFile): SecretInFile => ({
  ...one,
  environments: [...one.environments, ...other.environments],
  sentTo: [...new Set([...one.sentTo, ...other.sentTo])],
  secrets: [...one.secrets, ...other.secrets],
})

function secretsOf(item: ImportItem, leftOut: readonly ImportedSecret[]): SecretInFile[] {
  const { id, missing, missingVariables, carried, found } = item
  const row = (
    state: SecretInFile['state'],
    name: SecretName,
    variable: string,
    places: readonly FoundSecret[],
  ): SecretInFile => ({
    key: `${id} ${name} ${variable}`,
    name,
    variable,
    places,
    environments: [ownerOf(item)],
    // A secret variable goes where the calls do that name it; the servers of all are listed with them.
    sentTo: variable === '' ? sentTo(item, name) : [],
    state,
    secrets: [{ environmentId: id, name, variable }],
  })
  const variables = grouped(
    found.filter(({ variable }) => variable !== ''),
    ({ variable }) => variable,
  )
  const others = new Set(found.flatMap(({ name, variable }) => (variable === '' ? [name] : [])))
  const own = new Set([
    ...carried.filter((name) => variables.size === 0 || name !== 'secret_variables'),
    ...others,
    // Our own files do not list what was found.
    ...leftOut.flatMap(({ name, variable }) => (variable === '' ? [name] : [])),
  ])
  return [
    ...missing.filter((name) => !own.has(name)).map((name) => row('needed', name, '', [])),
    ...missingVariables
      .filter((variable) => !variables.has(variable))
      .map((variable) => row('needed', 'secret_variables', variable, [])),
    ...[...own].map((name) => {
      const places = found.filter((one) => one.name === name && one.variable === '')
      return row(stateOf(places), name, '', places)
    }),
    ...[...variables].map(([variable, places]) => row(stateOf(places), 'secret_variables', variable, places)),
  ]
}

const stateOf = (places: readonly FoundSecret[]): 'likely' | 'in_file' =>
  places.length > 0 && places.every(({ likely }) => likely) ? 'likely' : 'in_file'

/** Where a secret was, in a few words: `Header X-Api-Key of “Export” and 2 more`. */
export function placeText([first, ...others]: readonly FoundSecret[]): string {
  if (first === undefined) return ''
  const { of, place, call } = first
  const what = [words[of], place].filter((part) => part !== '').join(' ')
  const where = call === '' ? what : `${what} of “${call}”`
  return others.length === 0 ? where : `${where} and ${others.length.toLocaleString('en')} more`
}

const words: Readonly<Record<FoundSecret['of'], string>> = {
  settings: '',
  variable: 'Variable',
  header: 'Header',
  query: 'Query parameter',
  body: 'Body field',
  url: 'URL',
}
