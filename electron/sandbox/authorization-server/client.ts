import { randomBytes } from 'node:crypto'

/** A confidential client, its secret made for this run. */
export interface Client {
  client_id: string
  client_secret: string
}

export function registerClient(client_id: string): Client {
  return { client_id, client_secret: randomBytes(32).toString('base64url') }
}

/** The value of `Authorization` for client_secret_basic. Ids and secrets here need no form-encoding. @see RFC 6749 §2.3.1 */
export function basicAuthorization({ client_id, client_secret }: Client): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`
}
