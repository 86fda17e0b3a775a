import type { KeyObject } from 'node:crypto'
import type { ClientAuth } from 'oauth4webapi'
import { clientAssertion, putAssertion } from './client-assertion.ts'
import type { AssertionTerms, World } from './client-authentication.ts'

/** An assertion signed with a private key that fits the algorithm. @see OpenID Connect Core §9, RFC 7523 §2.2 */
export function privateKeyJwt(key: KeyObject, terms: AssertionTerms, world: World): ClientAuth {
  return async (_server, { client_id }, body) => {
    putAssertion(body, client_id, await clientAssertion(client_id, terms, key, world))
  }
}
