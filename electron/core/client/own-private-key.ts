import type { AssertionSettings } from '../../contract/client-authentication.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import { problemAt } from '../problem.ts'
import { type PrivateKey, readPrivateKey } from '../credentials/private-key.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'

/** The private key of a client, from its file or as it was set; null when it has none. */
export async function ownPrivateKey(
  { keyFile }: Pick<AssertionSettings, 'keyFile'>,
  secrets: TypedSecrets,
): Promise<Prepared<PrivateKey | null>> {
  const field = keyFile === '' ? 'private_key' : 'assertion.keyFile'
  const set = secrets.private_key ?? ''
  if (keyFile === '' && set === '') return { ok: true, value: null }
  const file = keyFile === '' ? ({ ok: true, value: Buffer.from(set) } as const) : await readCredentialFile(keyFile)
  if (!file.ok) return notPrepared(problemAt(field, file.problem))
  const read = await readPrivateKey(file.value, secrets.private_key_passphrase ?? '')
  if (read.ok) return read
  return notPrepared(problemAt(read.part === 'passphrase' ? 'private_key_passphrase' : field, read.problem))
}
