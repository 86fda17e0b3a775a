import type { ApiRequest } from '../contract/api-call.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import type { SandboxFacts } from '../contract/sandbox.ts'
import type { StoredEnvironment } from './workspace/environments.ts'

/** Stands for the sandbox API's address in saved calls, because its port is another one each time. */
const apiPlaceholder = 'http://sandbox.invalid'

const base: EnvironmentInput = {
  name: 'Sandbox',
  stage: 'development',
  provider: 'sandbox',
  issuer: '',
  token_endpoint: '',
  introspection_endpoint: '',
  revocation_endpoint: '',
  jwks_uri: '',
  client_id: 'sandbox-jwt',
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'api:read api:write',
  audience: '',
  resource: ['urn:sandbox:orders'],
  introspection: { authentication: 'client', bodyFormat: 'form' },
}

/** The environments that every workspace begins with: one with JWT access tokens, one with opaque ones. */
export const builtInEnvironments: readonly StoredEnvironment[] = [
  { id: 'sandbox', builtIn: true, value: base },
  {
    id: 'sandbox-opaque',
    builtIn: true,
    value: { ...base, name: 'Sandbox · opaque tokens', client_id: 'sandbox-opaque', resource: [] },
  },
]

/** The calls saved in each of them. */
export const builtInApiCalls: readonly ApiRequest[] = [
  { method: 'GET', url: `${apiPlaceholder}/api/orders`, body: '', contentType: '', followRedirects: false },
  { method: 'GET', url: `${apiPlaceholder}/api/ledger`, body: '', contentType: '', followRedirects: false },
  {
    method: 'POST',
    url: `${apiPlaceholder}/api/orders`,
    body: '{\n  "item": "Copper wire, 1.5 mm²",\n  "quantity": 3\n}',
    contentType: 'application/json',
    followRedirects: false,
  },
]

/** The environment with the endpoints of the running sandbox, if it is one of the sandbox's; empty while it is not running. */
export function withSandboxEndpoints(value: EnvironmentInput, facts: SandboxFacts | null): EnvironmentInput {
  if (value.provider !== 'sandbox') return value
  return {
    ...value,
    issuer: facts?.issuer ?? '',
    token_endpoint: facts?.token_endpoint ?? '',
    introspection_endpoint: facts?.introspection_endpoint ?? '',
    revocation_endpoint: facts?.revocation_endpoint ?? '',
    jwks_uri: facts?.jwks_uri ?? '',
  }
}

/** The secret the running sandbox made for this client. */
export function sandboxClientSecret(value: EnvironmentInput, facts: SandboxFacts | null): string | null {
  if (value.provider !== 'sandbox') return null
  return facts?.clients.find(({ client_id }) => client_id === value.client_id)?.client_secret ?? null
}

export function withSandboxApi<Request extends ApiRequest>(request: Request, facts: SandboxFacts | null): Request {
  return facts === null ? request : { ...request, url: replaceStart(request.url, apiPlaceholder, facts.api) }
}

export function withoutSandboxApi<Request extends ApiRequest>(request: Request, facts: SandboxFacts | null): Request {
  return facts === null ? request : { ...request, url: replaceStart(request.url, facts.api, apiPlaceholder) }
}

function replaceStart(url: string, from: string, to: string): string {
  return url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url
}
