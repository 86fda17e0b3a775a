import { type Client, errors } from 'oidc-provider'

/** What oidc-provider says of an opaque token in the same case. @see RFC 7009 §2.1 */
export const notYours = 'client is not authorized to revoke the presented token'

/** Any client may ask about any token, except that one which proves nothing may ask about its own only. @see RFC 7662 §4 */
export function mayIntrospect(client: Client | undefined, owner: unknown): boolean {
  return client?.clientAuthMethod !== 'none' || owner === client.clientId
}

/** A client may revoke its own tokens. */
export function mayRevoke(client: Client, owner: unknown): boolean {
  if (owner !== client.clientId) throw new errors.InvalidRequest(notYours)
  return true
}
