import { randomBytes } from 'node:crypto'

/** A confidential client, its secret made for this run. */
export interface Client {
  client_id: string
  client_secret: string
}

/** A secret of 64 bytes has strength enough for HS512. @see RFC 7518 §3.2 */
export function registerClient(client_id: string, bytes: 32 | 64 = 32): Client {
  return { client_id, client_secret: randomBytes(bytes).toString('base64url') }
}

/** The value of `Authorization` for client_secret_basic. Ids and secrets here need no form-encoding. @see RFC 6749 §2.3.1 */
export function basicAuthorization({ client_id, client_secret }: Client): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`
}
