import { basicAuthorization, type Client } from '../authorization-server/client.ts'
import type { Changes } from '../changing-server.ts'
import { parseJsonObject } from '../json-http.ts'
import { accepted, type Validate } from './validation.ts'

export interface IntrospectionOptions {
  endpoint: string
  client: Client
  audience: string
  changes: Changes
}

/**
 * Asks the authorization server about each token, so a revoked one is refused at once. A token without an audience is for
 * any API. @see RFC 7662 §2
 */
export function validateByIntrospection({ endpoint, client, audience, changes }: IntrospectionOptions): Validate {
  return async (token) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: basicAuthorization(client) },
      body: new URLSearchParams({ token }),
    })
    const answer = parseJsonObject(await response.text())
    if (!response.ok || answer === null) throw new Error(`Introspection answered ${response.status}.`)
    if (answer['active'] === true) {
      const { aud = audience } = answer
      if (changes.has('wrong_audience_accepted') || [aud].flat().includes(audience)) return accepted(answer)
      return { kind: 'refused', description: 'The access token is for another audience.' }
    }
    return {
      kind: 'refused',
      description: 'Introspection says that the access token is not active: expired, revoked or unknown.',
    }
  }
}
