import type { AssertionSettings } from '../../contract/client-authentication.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import { type PrivateKey, readPrivateKey } from '../credentials/private-key.ts'
import type { Subject } from '../environment/desk.ts'
import { notReady, type Ready } from '../environment/problems.ts'

/** The private key of a client, from its file or as it was set; null when it has none. */
export async function ownPrivateKey(
  { keyFile }: Pick<AssertionSettings, 'keyFile'>,
  secrets: Subject['secrets'],
): Promise<Ready<PrivateKey | null>> {
  const field = keyFile === '' ? 'private_key' : 'assertion.keyFile'
  const set = secrets.private_key ?? ''
  if (keyFile === '' && set === '') return { ok: true, value: null }
  const file =
    keyFile === ''
      ? ({ ok: true, value: Buffer.from(set) } as const)
      : await readCredentialFile(keyFile, 'The private key')
  if (!file.ok) return notReady({ field, message: file.message })
  const read = await readPrivateKey(file.value, secrets.private_key_passphrase ?? '')
  if (read.ok) return read
  return notReady({ field: read.part === 'passphrase' ? 'private_key_passphrase' : field, message: read.message })
}
