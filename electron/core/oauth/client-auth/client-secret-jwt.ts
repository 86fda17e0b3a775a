import type { ClientAuth } from 'oauth4webapi'
import { clientAssertion, putAssertion } from './client-assertion.ts'
import type { AssertionTerms, World } from './client-authentication.ts'

/** An assertion signed with the UTF-8 bytes of the client secret. @see OpenID Connect Core §9, §10.1 */
export function clientSecretJwt(clientSecret: string, terms: AssertionTerms, world: World): ClientAuth {
  return async (_server, { client_id }, body) => {
    putAssertion(body, client_id, await clientAssertion(client_id, terms, Buffer.from(clientSecret), world))
  }
}
