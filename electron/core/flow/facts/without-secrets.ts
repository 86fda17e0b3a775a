import { secretMasker } from '../../redaction/mask-secrets.ts'
import type { ReceivedResponse } from '../../http/transcript.ts'

/**
 * An answer with the secrets masked that it repeats, before anything is read of it: a part of a secret, as a check may take
 * out of the words, is not recognised as one later.
 */
export function withoutSecrets(response: ReceivedResponse, secrets: readonly string[]): ReceivedResponse {
  if (secrets.length === 0) return response
  const mask = secretMasker(secrets)
  const text = Buffer.from(response.body).toString('utf8')
  const masked = mask(text)
  return {
    ...response,
    headers: response.headers.map(([name, value]) => [name, mask(value)]),
    body: masked === text ? response.body : Buffer.from(masked),
  }
}
