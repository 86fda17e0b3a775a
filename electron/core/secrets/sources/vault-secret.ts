import { assertNever } from '../../../common/assert-never.ts'
import type { Problem } from '../../../contract/problem.ts'
import type { SecretName } from '../../../contract/secret.ts'
import { unreadable } from '../../credentials/reading.ts'
import { problem } from '../../problem.ts'
import type { SourceReading } from '../source.ts'
import { dateFact, found, momentText } from './found.ts'
import { kindOf } from './json-pointer.ts'
import { isObject } from './json-text.ts'
import { engineProblem, otherVersion, type Place } from './vault-engine.ts'
import { refusalOf } from './vault-problem.ts'
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
  if (gone !== null) return { ok: false, problem: gone }
  const engine = [403, 404].includes(answer.status) ? await engineOf(vault, token, answer, place) : null
  const evidence = { where: `${place.mount}/${place.path}`, asked: askedPath(place), ...refusalOf(answer) }
  return { ok: false, problem: engine ?? problem('vault_read_refused', evidence) }
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
  if (!isObject(data)) return unreadable('vault_answer_without_data', { where })
  const isVersioned = place.engine === 'kv2'
  const values = isVersioned ? data['data'] : data
  if (!isObject(values)) return unreadable('vault_answer_without_version_data', { where })
  const value = Object.hasOwn(values, place.key) ? values[place.key] : undefined
  if (typeof value === 'string') {
    return found(
      value,
      name,
      { place: 'vault_key', name: place.key, within: where },
      isVersioned ? versionFacts(data) : [],
    )
  }
  if (value !== undefined) {
    return unreadable('vault_key_no_string', { key: place.key, where, found: kindOf(value) })
  }
  const isAskedAsVersion1 = !isVersioned && isObject(values['data']) && isObject(values['metadata'])
  if (isAskedAsVersion1) return unreadable('vault_path_with_data', { mount: place.mount })
  const keys = Object.keys(values).slice(0, 10).map(vault.quote).join(', ')
  return unreadable('vault_key_missing', { key: place.key, where, ...(keys !== '' && { keys }) })
}

function versionFacts({ metadata }: Readonly<Record<string, unknown>>) {
  if (!isObject(metadata)) return []
  const { version, created_time: created } = metadata
  return [
    ...(typeof version === 'number' ? [{ name: 'version' as const, value: String(version) }] : []),
    ...dateFact('created', typeof created === 'string' ? created : undefined),
  ]
}

/** A version that was deleted or destroyed is answered with 404, and with its metadata. */
function goneOf({ json }: VaultAnswer, { mount, path, version }: Place): Problem | null {
  const { data } = json
  const metadata = isObject(data) ? data['metadata'] : undefined
  if (!isObject(metadata)) return null
  const number = typeof metadata['version'] === 'number' ? metadata['version'] : version
  const evidence = { version: String(number), where: `${mount}/${path}` }
  if (metadata['destroyed'] === true) return problem('vault_version_destroyed', evidence)
  const time = metadata['deletion_time']
  const at = momentText(typeof time === 'string' ? time : undefined)
  return problem('vault_version_deleted', { ...evidence, ...(at !== null && { at }) })
}

async function engineOf(vault: Vault, token: string, { warnings }: VaultAnswer, place: Place): Promise<Problem | null> {
  if (place.engine === 'kv1' && warnings.some((warning) => /versioned K\/V/i.test(warning))) {
    return otherVersion(place.mount, 2)
  }
  return engineProblem(vault, token, place)
}

/** The path that a policy has to allow. */
const askedPath = ({ engine, mount, path }: Place) => (engine === 'kv2' ? `${mount}/data/${path}` : `${mount}/${path}`)
