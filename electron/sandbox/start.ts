import type { SandboxFacts } from '../contract/sandbox.ts'
import { apiPaths, createProtectedApi } from './api/protected-api.ts'
import { validateByIntrospection } from './api/validate-by-introspection.ts'
import { validateOffline } from './api/validate-offline.ts'
import { takeCidaasIntrospection } from './authorization-server/cidaas-introspection.ts'
import { registerClient } from './authorization-server/client.ts'
import { createProvider, paths, resource } from './authorization-server/provider.ts'
import { generateSigningKey } from './authorization-server/signing-key.ts'
import { openLoopbackServer } from './loopback-server.ts'

export interface SandboxOptions {
  /** In seconds. */
  accessTokenLifetime?: number
}

export interface Sandbox {
  facts: SandboxFacts
  close: () => Promise<void>
}

/** Starts an authorization server and a protected API on loopback. Key and secrets live as long as they do. */
export async function startSandbox({ accessTokenLifetime = 600 }: SandboxOptions = {}): Promise<Sandbox> {
  const [key, authorizationServer, protectedApi] = await Promise.all([
    generateSigningKey(),
    openLoopbackServer(),
    openLoopbackServer(),
  ])
  const issuer = authorizationServer.origin
  const jwtClient = registerClient('sandbox-jwt')
  const opaqueClient = registerClient('sandbox-opaque')
  const introspector = registerClient('sandbox-api')
  const facts: SandboxFacts = {
    issuer,
    token_endpoint: issuer + paths.token,
    introspection_endpoint: issuer + paths.introspection,
    revocation_endpoint: issuer + paths.revocation,
    jwks_uri: issuer + paths.jwks,
    api: protectedApi.origin,
    resource,
    clients: [
      { ...jwtClient, accessToken: 'jwt' },
      { ...opaqueClient, accessToken: 'opaque' },
    ],
  }
  const provider = createProvider({ issuer, key, jwtClient, opaqueClient, introspector, accessTokenLifetime })
  const answer = provider.callback()
  authorizationServer.serve(
    Object.values(paths),
    takeCidaasIntrospection(
      facts.introspection_endpoint,
      introspector,
      (request, response) => void answer(request, response),
    ),
  )
  protectedApi.serve(
    apiPaths,
    createProtectedApi(
      validateOffline(issuer, facts.jwks_uri, resource),
      validateByIntrospection(facts.introspection_endpoint, introspector),
    ),
  )
  return {
    facts,
    close: async () => {
      await Promise.all([authorizationServer.close(), protectedApi.close()])
    },
  }
}
