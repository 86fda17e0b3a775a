import type { SandboxFacts } from '../contract/sandbox.ts'
import type { SandboxChange } from '../vocabulary/sandbox-changes.ts'
import { createProofChecker } from './api/dpop-proof.ts'
import { apiPaths, createProtectedApi, type Guards } from './api/protected-api.ts'
import { validateByIntrospection } from './api/validate-by-introspection.ts'
import { validateOffline } from './api/validate-offline.ts'
import { generateAssertionKeys } from './authorization-server/assertion-keys.ts'
import { takeCidaasIntrospection } from './authorization-server/cidaas-introspection.ts'
import { registerClient } from './authorization-server/client.ts'
import { certificateNames, registerClients } from './authorization-server/clients.ts'
import { endpointsAt, paths } from './authorization-server/paths.ts'
import { createProvider, resource } from './authorization-server/provider.ts'
import { generateSigningKey } from './authorization-server/signing-key.ts'
import { createTokenStore } from './authorization-server/token-store.ts'
import { createWrongCredentials } from './authorization-server/wrong-credentials.ts'
import { makeCertificates } from './certificates/make.ts'
import { createChanges, tokenEndpointWith } from './changing-server.ts'
import { openLoopbackServer, openLoopbackTlsServer } from './loopback-server.ts'

export interface SandboxOptions {
  /** In seconds. */
  accessTokenLifetime?: number
}

export interface Sandbox {
  facts: SandboxFacts
  /** What it does differently from now on, and nothing else. */
  change: (changes: readonly SandboxChange[]) => void
  close: () => Promise<void>
}

/**
 * Starts an authorization server and a protected API on loopback, each over plain HTTP and over TLS. Keys, certificates
 * and secrets live as long as they do.
 */
export async function startSandbox({ accessTokenLifetime = 600 }: SandboxOptions = {}): Promise<Sandbox> {
  const [key, otherKey, weakKey, assertionKeys, certificates] = await Promise.all([
    generateSigningKey(),
    generateSigningKey(),
    generateSigningKey(1024),
    generateAssertionKeys(),
    makeCertificates(certificateNames, Date.now()),
  ])
  const changes = createChanges()
  const answersPlain = () => changes.has('http')
  const servers = await Promise.all([
    openLoopbackServer(),
    openLoopbackServer(),
    openLoopbackTlsServer(certificates, answersPlain),
    openLoopbackTlsServer(certificates, answersPlain),
  ])
  const [authorizationServer, protectedApi, mtlsAuthorizationServer, mtlsProtectedApi] = servers
  const issuer = authorizationServer.origin
  const mtls_endpoint_aliases = endpointsAt(mtlsAuthorizationServer.origin)
  const clients = registerClients(certificates, assertionKeys)
  const introspector = registerClient('sandbox-api')
  const facts: SandboxFacts = {
    issuer,
    ...endpointsAt(issuer),
    jwks_uri: issuer + paths.jwks,
    mtls_endpoint_aliases,
    api: protectedApi.origin,
    mtlsApi: mtlsProtectedApi.origin,
    resource,
    ca: certificates.ca,
    privateKey: assertionKeys.rsa,
    otherPrivateKeys: { ES256: assertionKeys.ec, EdDSA: assertionKeys.ed25519 },
    clientCertificate: certificates.client,
    selfSignedCertificate: certificates.selfSigned,
    clients: clients.map((client) => client.facts),
  }
  const shared = {
    issuer,
    clients,
    introspector,
    mtls_endpoint_aliases,
    accessTokenLifetime,
    changes,
    weakKey,
    tokens: createTokenStore(Date.now),
    countWrong: createWrongCredentials(Date.now),
  }
  const [usual, changed] = [key, otherKey].map((each) => createProvider({ ...shared, key: each }).callback())
  const authorize = tokenEndpointWith(
    changes,
    takeCidaasIntrospection(
      introspector,
      () => changes.has('open_introspection'),
      (request, response) => {
        const answer = changes.has('new_key') ? changed : usual
        void answer?.(request, response)
      },
    ),
  )
  authorizationServer.serve(Object.values(paths), authorize)
  mtlsAuthorizationServer.serve([paths.token, paths.introspection, paths.revocation], authorize)
  const guards: Guards = {
    offline: validateOffline({ issuer, jwksUri: facts.jwks_uri, audience: resource, weakKey, changes }),
    byIntrospection: validateByIntrospection({
      endpoint: facts.introspection_endpoint,
      client: introspector,
      audience: resource,
      changes,
    }),
    proofs: createProofChecker(Date.now),
    changes,
  }
  for (const api of [protectedApi, mtlsProtectedApi]) api.serve(apiPaths, createProtectedApi(api.origin, guards))
  return {
    facts,
    change: changes.set,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}
