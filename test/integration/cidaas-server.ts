import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { CompactEncrypt, exportJWK, generateKeyPair, SignJWT } from 'jose'

/**
 * A server written from cidaas's documentation, as far as PRODUCT.md has it: not cidaas, and no proof of what cidaas
 * does. Token and introspection endpoint take form and JSON; introspection is authorized by the token itself as Bearer,
 * by the client, or by nobody; errors are nested or flat; tokens name their scopes in an array and live for a day.
 */
export interface CidaasServer {
  base: string
  client: { client_id: string; client_secret: string }
  /** The client whose tokens are encrypted, with the same secret. */
  encrypting: string
  /** How each request came: path, content type, and what authorized it. */
  seen: { path: string; contentType: string; authorization: 'Bearer' | 'Basic' | 'body' | 'none' }[]
  close: () => Promise<void>
}

const lifetime = 86_400
const known = new Set(['orders:read', 'orders:write'])

export async function startCidaasServer(): Promise<CidaasServer> {
  const client = { client_id: 'orders-service', client_secret: 'cidaas-secret-4711' }
  const encrypting = 'encrypting-service'
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'cidaas-1', use: 'sig', alg: 'RS256' }
  const live = new Map<string, { client_id: string; scopes: string[]; exp: number }>()
  const seen: CidaasServer['seen'] = []
  let base = ''

  const isClient = ({ id, secret }: Credentials) =>
    (id === client.client_id || id === encrypting) && secret === client.client_secret

  const issue = async (client_id: string, scopes: string[]) => {
    const iat = Math.floor(Date.now() / 1000)
    const exp = iat + lifetime
    const signed = await new SignJWT({ scopes, client_id, iat, exp, iss: base, aud: client_id, sub: client_id })
      .setJti(randomUUID())
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: 'at+jwt' })
      .sign(privateKey)
    const token = client_id === encrypting ? await encrypted(signed) : signed
    live.set(token, { client_id, scopes, exp })
    return token
  }

  const answerToken = async (parameters: Parameters, credentials: Credentials): Promise<Answer> => {
    if (!isClient(credentials)) return nested(401, 'invalid_client', 'client authentication failed')
    if (parameters['grant_type'] !== 'client_credentials') return flat(400, 'unsupported_grant_type')
    const scopes = (parameters['scope'] ?? '').split(' ').filter(Boolean)
    if (scopes.some((scope) => !known.has(scope))) return flat(400, 'invalid_scope')
    const access_token = await issue(credentials.id, scopes)
    return [200, { access_token, token_type: 'Bearer', expires_in: lifetime, scopes }]
  }

  const answerIntrospection = ({ token = '' }: Parameters, credentials: Credentials, bearer: string | null): Answer => {
    const isRefused = bearer === null ? credentials.id !== '' && !isClient(credentials) : bearer !== token
    if (isRefused) return nested(401, 'invalid_client', 'not allowed to introspect')
    const found = live.get(token)
    return [200, found === undefined ? { active: false } : { active: true, iss: base, ...found }]
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { url = '', method } = request
    if (method === 'GET' && url === '/.well-known/openid-configuration') return [200, metadataOf(base)]
    if (method === 'GET' && url === '/.well-known/jwks.json') return [200, { keys: [jwk] }]
    const contentType = String(request.headers['content-type'])
    const parameters = readParameters(await text(request), contentType)
    const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ')
    const credentials =
      scheme === 'Basic' ? basic(given) : { id: parameters['client_id'] ?? '', secret: parameters['client_secret'] }
    const inBody = credentials.id === '' ? 'none' : 'body'
    seen.push({ path: url, contentType, authorization: scheme === 'Bearer' || scheme === 'Basic' ? scheme : inBody })
    switch (url) {
      case '/token-srv/token':
        return answerToken(parameters, credentials)
      case '/token-srv/introspect':
        return answerIntrospection(parameters, credentials, scheme === 'Bearer' ? given : null)
      case '/token-srv/revoke':
        if (!isClient(credentials)) return nested(401, 'invalid_client', 'client authentication failed')
        live.delete(parameters['token'] ?? '')
        return [200, {}]
      default:
        return flat(404, 'not_found')
    }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered),
      () => response.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return {
    base,
    client,
    encrypting,
    seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Parameters = Partial<Record<string, string>>
type Answer = readonly [status: number, body: object]

interface Credentials {
  id: string
  secret: string | undefined
}

const flat = (status: number, error: string): Answer => [status, { error, error_description: `flat: ${error}` }]
const nested = (status: number, error: string, error_description: string): Answer => [
  status,
  { success: false, status, error: { code: 10_001, error, error_description, type: 'AuthException' } },
]

function send(response: ServerResponse, [status, body]: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

function readParameters(body: string, contentType: string): Parameters {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body))
  const parsed: unknown = JSON.parse(body)
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

function basic(given: string): Credentials {
  const [id = '', secret = ''] = Buffer.from(given, 'base64').toString().split(':').map(decodeURIComponent)
  return { id, secret }
}

async function encrypted(jwt: string): Promise<string> {
  const { publicKey } = await generateKeyPair('RSA-OAEP-256')
  const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' }
  return new CompactEncrypt(Buffer.from(jwt)).setProtectedHeader(header).encrypt(publicKey)
}

/** The scopes of a tenant's own APIs are not published. */
const metadataOf = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/token-srv/token`,
  introspection_endpoint: `${issuer}/token-srv/introspect`,
  revocation_endpoint: `${issuer}/token-srv/revoke`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  scopes_supported: ['openid', 'profile', 'email'],
  grant_types_supported: ['authorization_code', 'client_credentials'],
})
