import type { VaultSource } from '../../../contract/secret-source.ts'
import { isObject } from './json-text.ts'
import { askVault, type Vault } from './vault-request.ts'

/** What a person enters of a secret's place, and the same for a URL. */
export interface Place extends Pick<VaultSource, 'engine' | 'mount' | 'path' | 'key' | 'version'> {
  encodedMount: string
  encodedPath: string
}

/**
 * What is wrong with the mount, where Vault refused or found nothing: it is of another version or kind. Null when it is as
 * it should be, or when Vault does not tell. Vault's own command line asks this before every reading.
 */
export async function engineProblem(vault: Vault, token: string, place: Place): Promise<string | null> {
  const path = `sys/internal/ui/mounts/${place.encodedMount}/${place.encodedPath}`
  const reading = await askVault(vault, { path, token, body: null })
  const data = reading.ok && reading.value.status === 200 ? reading.value.json['data'] : null
  if (!isObject(data)) return null
  const { type, options } = data
  if (type !== 'kv' && type !== 'generic') {
    const kind = typeof type === 'string' ? `engine "${vault.tell(type)}"` : 'another engine'
    return `The mount ${place.mount} is the ${kind}, which keeps no key-value secrets. Enter another mount.`
  }
  const version = isObject(options) && options['version'] === '2' ? 2 : 1
  const asked = place.engine === 'kv2' ? 2 : 1
  return version === asked ? null : otherVersion(place.mount, version)
}

export const otherVersion = (mount: string, version: 1 | 2): string =>
  `The mount ${mount} is the key-value engine version ${version}. Choose version ${version} for this source.`
