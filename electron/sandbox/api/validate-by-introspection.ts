import { basicAuthorization, type Client } from '../authorization-server/client.ts'
import { parseJsonObject } from '../json-http.ts'
import { accepted, type Validate } from './validation.ts'

/** Asks the authorization server about each token, so a revoked one is refused at once. @see RFC 7662 §2 */
export function validateByIntrospection(endpoint: string, client: Client): Validate {
  return async (token) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: basicAuthorization(client) },
      body: new URLSearchParams({ token }),
    })
    const answer = parseJsonObject(await response.text())
    if (!response.ok || answer === null) throw new Error(`Introspection answered ${response.status}.`)
    if (answer['active'] === true) return accepted(answer)
    return {
      kind: 'refused',
      description: 'Introspection says that the access token is not active: expired, revoked or unknown.',
    }
  }
}
