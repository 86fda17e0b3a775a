import { assertNever } from '../../../common/assert-never.ts'
import type { SecretName } from '../../../contract/secret.ts'
import type { SourceReading } from '../source.ts'
import { dateFact, found, notFound } from './found.ts'
import { kindOf } from './json-pointer.ts'
import { isObject } from './json-text.ts'
import { engineProblem, otherVersion, type Place } from './vault-engine.ts'
import { vaultProblem } from './vault-problem.ts'
import { askVault, type Vault, type VaultAnswer } from './vault-request.ts'

/** Reads one key of a secret of the key-value engine. */
export async function readVaultSecret(
  vault: Vault,
  token: string,
  place: Place,
  name: SecretName,
): Promise<SourceReading> {
  const reading = await askVault(vault, { path: pathOf(place), token, body: null })
  if (!reading.ok) return reading
  const answer = reading.value
  if (answer.status === 200) return secretOf(vault, answer, place, name)
  const gone = answer.status === 404 ? goneOf(answer, place) : null
  if (gone !== null) return notFound(gone)
  const engine = [403, 404].includes(answer.status) ? await engineOf(vault, token, answer, place) : null
  return notFound(engine ?? vaultProblem(answer, `Reading ${place.mount}/${place.path} in Vault`, deniedFor(place)))
}

function pathOf({ engine, encodedMount, encodedPath, version }: Place): string {
  switch (engine) {
    case 'kv1':
      return `${encodedMount}/${encodedPath}`
    case 'kv2':
      return `${encodedMount}/data/${encodedPath}${version === 0 ? '' : `?version=${version}`}`
    default:
      return assertNever(engine)
  }
}

/** Of version 2 the values lie one level deeper, beside the metadata. */
function secretOf(vault: Vault, { json }: VaultAnswer, place: Place, name: SecretName): SourceReading {
  const { data } = json
  const where = `${place.mount}/${place.path}`
  if (!isObject(data)) return notFound(`Vault's answer for ${where} has no data in it. Is this Vault?`)
  const isVersioned = place.engine === 'kv2'
  const values = isVersioned ? data['data'] : data
  if (!isObject(values)) return notFound(`Vault's answer for ${where} has no data.data in it. Is the engine version 2?`)
  const value = Object.hasOwn(values, place.key) ? values[place.key] : undefined
  if (typeof value === 'string') {
    return found(value, name, `The key ${place.key} of ${where} in Vault`, isVersioned ? versionFacts(data) : [])
  }
  if (value !== undefined) {
    return notFound(`The key ${place.key} of ${where} in Vault is ${kindOf(value)}, and a secret is a string.`)
  }
  const isAskedAsVersion1 = !isVersioned && isObject(values['data']) && isObject(values['metadata'])
  if (isAskedAsVersion1) return notFound(`${otherVersion(place.mount, 2)} Leave "data/" out of the path.`)
  const keys = Object.keys(values).slice(0, 10).map(vault.tell).join(', ')
  return notFound(`${where} in Vault has no key ${place.key}. It has: ${keys === '' ? 'none' : keys}.`)
}

function versionFacts({ metadata }: Readonly<Record<string, unknown>>) {
  if (!isObject(metadata)) return []
  const { version, created_time: created } = metadata
  return [
    ...(typeof version === 'number' ? [{ name: 'Version', value: String(version) }] : []),
    ...dateFact('Created', typeof created === 'string' ? created : undefined),
  ]
}

/** A version that was deleted or destroyed is answered with 404, and with its metadata. */
function goneOf({ json }: VaultAnswer, { mount, path, version }: Place): string | null {
  const { data } = json
  const metadata = isObject(data) ? data['metadata'] : undefined
  if (!isObject(metadata)) return null
  const number = typeof metadata['version'] === 'number' ? metadata['version'] : version
  const what = `Version ${number} of ${mount}/${path} in Vault`
  if (metadata['destroyed'] === true) return `${what} was destroyed and cannot be had back. Enter another version.`
  const time = metadata['deletion_time']
  const [date] = dateFact('', typeof time === 'string' ? time : undefined)
  const at = date === undefined ? '' : ` at ${date.value}`
  return `${what} was deleted${at}. Undelete it (\`vault kv undelete\`), or enter another version.`
}

async function engineOf(vault: Vault, token: string, { warnings }: VaultAnswer, place: Place): Promise<string | null> {
  if (place.engine === 'kv1' && warnings.some((warning) => /versioned K\/V/i.test(warning))) {
    return otherVersion(place.mount, 2)
  }
  return engineProblem(vault, token, place)
}

function deniedFor({ engine, mount, path }: Place): string {
  const asked = engine === 'kv2' ? `${mount}/data/${path}` : `${mount}/${path}`
  return `The token is not valid any more, is of another namespace, or has no policy that allows "read" on ${asked}.`
}
