import type { IncomingMessage, ServerResponse } from 'node:http'
import https from 'node:https'

interface StoredSecret {
  value: string
  version: string
  attributes?: Record<string, unknown>
}

export interface AzureState {
  /** Of the one application that may log in. */
  client: { tenant: string; id: string; secret: string }
  /** By name, the newest first. */
  secrets: Record<string, readonly StoredSecret[]>
  denied: readonly string[]
  disabled: readonly string[]
  /** Where a client without a token is sent to log in, and for which resource. */
  challenge: string
  /** Takes a request out of the server's hands. True: it was answered, or never will be. */
  interfere: (request: IncomingMessage, response: ServerResponse) => boolean
}

export interface SeenByAzure {
  method: string
  url: string
  authorization: string
  body: string
}

export const issuedToken = 'eyJ0eXAi.an-access-token-for-the-vault.c2ln'

/**
 * A server with "Get Secret" of Azure Key Vault and the token endpoint of Microsoft Entra ID in one, written from
 * Microsoft's API documentation. No part of it is Microsoft's.
 * @see https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
 */
export async function startAzureKeyVaultServer(
  identity: { key: string; cert: string },
  change: Partial<AzureState> = {},
) {
  const state: AzureState = {
    client: { tenant: '', id: '', secret: '' },
    secrets: {},
    denied: [],
    disabled: [],
    challenge: '',
    interfere: () => false,
    ...change,
  }
  const seen: SeenByAzure[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const one = { method, url, authorization: headers.authorization ?? '', body: Buffer.concat(chunks).toString() }
    seen.push(one)
    if (state.interfere(request, response)) return
    const { status, json, challenge } = answerOf(state, one)
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    if (challenge !== undefined) response.setHeader('WWW-Authenticate', challenge)
    response.writeHead(status).end(JSON.stringify(json))
  }
  const server = https.createServer(identity, (request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return {
    origin: `https://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`,
    state,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Answer {
  status: number
  json: unknown
  challenge?: string
}

function answerOf(state: AzureState, request: SeenByAzure): Answer {
  const { pathname } = new URL(request.url, 'https://azure')
  if (pathname.endsWith('/.well-known/openid-configuration'))
    return { status: 200, json: metadataOf(state.client.tenant) }
  if (pathname.endsWith('/oauth2/v2.0/token')) return tokenFor(state, pathname.split('/')[1] ?? '', request.body)
  const [, , name = '', version = ''] = /^\/(secrets)\/([^/]+)\/([^/]*)$/.exec(pathname) ?? []
  if (name === '') return { status: 404, json: { error: { code: 'NotFound', message: '' } } }
  if (request.authorization !== `Bearer ${issuedToken}`) {
    const json = { error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' } }
    return { status: 401, json, challenge: state.challenge }
  }
  return secretFor(state, name, version)
}

function secretFor({ secrets, denied, disabled }: AzureState, name: string, version: string): Answer {
  if (denied.includes(name)) {
    return failure(403, 'Forbidden', 'Caller is not authorized to perform action on resource.', 'ForbiddenByRbac')
  }
  if (disabled.includes(name)) {
    return failure(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', 'SecretDisabled')
  }
  const found = secrets[name]?.find((secret) => version === '' || secret.version === version)
  if (found === undefined) {
    return failure(404, 'SecretNotFound', `A secret with (name/id) ${name}/${version} was not found in this key vault.`)
  }
  const id = `https://payments.vault.azure.net/secrets/${name}/${found.version}`
  return { status: 200, json: { value: found.value, id, attributes: { enabled: true, ...found.attributes } } }
}

const failure = (status: number, code: string, message: string, inner?: string): Answer => ({
  status,
  json: { error: { code, message, ...(inner !== undefined && { innererror: { code: inner } }) } },
})

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
function tokenFor({ client }: AzureState, tenant: string, body: string): Answer {
  const form = new URLSearchParams(body)
  const refused = (error: string, code: number, text: string): Answer => ({
    status: 401,
    json: { error, error_description: `AADSTS${code}: ${text}`, error_codes: [code] },
  })
  if (tenant !== client.tenant) return refused('invalid_request', 90002, `Tenant '${tenant}' not found.`)
  if (form.get('client_id') !== client.id) {
    return refused(
      'unauthorized_client',
      700016,
      `Application with identifier '${form.get('client_id')}' was not found.`,
    )
  }
  if (form.get('client_secret') !== client.secret) {
    return refused(
      'invalid_client',
      7000215,
      'Invalid client secret provided. Ensure the secret being sent is the client secret value.',
    )
  }
  if (form.get('scope')?.split(' ').includes('https://vault.azure.net/.default') !== true) {
    return refused('invalid_scope', 70011, `The provided value for the scope is not valid: ${form.get('scope')}`)
  }
  return {
    status: 200,
    json: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: issuedToken },
  }
}

const metadataOf = (tenant: string) => ({
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  authorization_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
  jwks_uri: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
})
