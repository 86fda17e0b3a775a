import type { VaultSource } from '../../../contract/secret-source.ts'
import { readAuthorities } from '../../credentials/authority.ts'
import { readCredentialFile } from '../../credentials/credential-file.ts'
import { type Reading, unreadable } from '../../credentials/reading.ts'
import type { ReadSource } from '../source.ts'
import { makeSender } from './sender.ts'
import { quoter } from './quoter.ts'
import { vaultAddress } from './vault-address.ts'
import { findProof, logIn } from './vault-login.ts'
import { encodedPath } from './vault-path.ts'
import type { Vault } from './vault-request.ts'
import { readVaultSecret } from './vault-secret.ts'

/**
 * Reads a key of a secret in HashiCorp Vault (or OpenBao), key-value engine version 1 or 2, logging in first where the
 * login is not a token.
 * @see https://developer.hashicorp.com/vault/api-docs/secret/kv
 */
export const readVault: ReadSource<VaultSource> = async (source, name, access, signal) => {
  const address = vaultAddress(source.address, access.variables['VAULT_ADDR'])
  if (!address.ok) return address
  const mount = encodedPath(source.mount, { what: 'engine' })
  if (!mount.ok) return mount
  const path = encodedPath(source.path, { what: 'secret' })
  if (!path.ok) return path
  const { namespace } = source
  if (!/^[\x21-\x7e]*$/.test(namespace)) return unreadable('vault_namespace_invalid')
  const ca = await authorities(source.caFile)
  if (!ca.ok) return ca
  const proof = await findProof(source.login, access)
  if (!proof.ok) return proof
  const send = makeSender(access, ca.value, signal)
  const vault: Vault = { address: address.value, namespace, send, quote: quoter([proof.value.secret]) }
  const token = await logIn(vault, source.login, proof.value)
  if (!token.ok) return token
  const place = { ...source, encodedMount: mount.value, encodedPath: path.value }
  const withToken = { ...vault, quote: quoter([proof.value.secret, token.value]) }
  const reading = await readVaultSecret(withToken, token.value, place, name)
  if (!reading.ok) return reading
  return { ...reading, facts: [...reading.facts, { name: proofNames[source.login.method], value: proof.value.from }] }
}

const proofNames = { token: 'vault_token', approle: 'vault_secret_id', kubernetes: 'service_account' } as const

async function authorities(caFile: string): Promise<Reading<readonly string[]>> {
  if (caFile === '') return { ok: true, value: [] }
  const file = await readCredentialFile(caFile)
  return file.ok ? readAuthorities(file.value) : file
}
