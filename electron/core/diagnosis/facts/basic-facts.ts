import type { SecretFacts } from './secret-facts.ts'

/** What an `Authorization: Basic` header holds, without its secret. @see RFC 7617 §2 */
export interface BasicFacts {
  /** False for what is no Base64 of `id:secret`. */
  isReadable: boolean
  /** As it was before Base64, so still form-encoded where it was. */
  client_id: string | null
  secret: SecretFacts | null
}
