import type { Problem } from '../../../contract/problem.ts'
import type { VaultSource } from '../../../contract/secret-source.ts'
import { problem } from '../../problem.ts'
import { isObject } from './json-text.ts'
import { askVault, type Vault } from './vault-request.ts'

/** What a person enters of a secret's place, and the same for a URL. */
export interface Place extends Pick<VaultSource, 'engine' | 'mount' | 'path' | 'key' | 'version'> {
  encodedMount: string
  encodedPath: string
}

/**
 * What is wrong with the mount, where Vault refused or found nothing: it is of another version or kind. Null when it is as
 * it should be, or when Vault does not say. Vault's own command line asks this before every reading.
 */
export async function engineProblem(vault: Vault, token: string, place: Place): Promise<Problem | null> {
  const path = `sys/internal/ui/mounts/${place.encodedMount}/${place.encodedPath}`
  const reading = await askVault(vault, { path, token, body: null })
  const data = reading.ok && reading.value.status === 200 ? reading.value.json['data'] : null
  if (!isObject(data)) return null
  const { type, options } = data
  if (type !== 'kv' && type !== 'generic') {
    const engine = typeof type === 'string' ? { engine: vault.quote(type) } : {}
    return problem('vault_engine_unsupported', { mount: place.mount, ...engine })
  }
  const version = isObject(options) && options['version'] === '2' ? 2 : 1
  const asked = place.engine === 'kv2' ? 2 : 1
  return version === asked ? null : otherVersion(place.mount, version)
}

export const otherVersion = (mount: string, version: 1 | 2): Problem =>
  problem('vault_engine_version_differs', { mount, version: String(version) })
