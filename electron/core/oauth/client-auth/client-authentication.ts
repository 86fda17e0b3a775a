import type { ClientAuth } from 'oauth4webapi'
import type { AuthMethod } from '../../../contract/environment.ts'
import { clientSecretBasic } from './client-secret-basic.ts'
import { clientSecretPost } from './client-secret-post.ts'

/** Who the client is and how it proves it. */
export interface ClientCredentials {
  client_id: string
  clientSecret: string
  method: AuthMethod
}

const methods: Readonly<Record<AuthMethod, (clientSecret: string) => ClientAuth>> = {
  client_secret_basic: clientSecretBasic,
  client_secret_post: clientSecretPost,
}

/** Adds the client's authentication to a request's body and headers, both of which it changes. */
export async function authenticate(
  { client_id, clientSecret, method }: ClientCredentials,
  issuer: string,
  body: URLSearchParams,
  headers: Headers,
): Promise<void> {
  await methods[method](clientSecret)({ issuer }, { client_id }, body, headers)
}
