import type { IncomingMessage, ServerResponse } from 'node:http'
import { signer } from '../support/signed-token.ts'
import { bearer, json, type misbehavingServers, secrets } from './misbehaving-servers.ts'

const keys = signer()

/** What a well-kept server does, and what each test has it do otherwise. */
export interface Weaknesses {
  open?: true
  anyAudience?: true
  noSignature?: true
  anyScope?: true
  noRevocation?: true
  unlimited?: true
  repeatsToken?: true
  /** Refuses with the page of a firewall. */
  firewall?: true
  /** Answers a wrong token with the page of a login. */
  login?: true
  /** Every refusal of wrong credentials asks to wait, and none is slowed down. */
  alwaysWaits?: true
  /** Is waited for before a request is answered. */
  onReached?: (path: string) => Promise<unknown> | undefined
  /** The API needs no token. */
  public?: true
}

interface Reached {
  method: string
  path: string
  authorization: string
  body: string
}

let tokens = 0

/** An authorization server with an API, on one port; everything that reaches it is noted. */
export async function probedServer(serve: ReturnType<typeof misbehavingServers>['serve'], weak: Weaknesses = {}) {
  const reached: Reached[] = []
  const revoked = new Set<string>()
  const issued = new Map<string, { aud: string; scope: string }>()
  let wrong = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) if (part instanceof Buffer) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const form = new URLSearchParams(body)
    const { authorization = '' } = request.headers
    const path = request.url ?? ''
    reached.push({ method: request.method ?? '', path, authorization, body })
    await weak.onReached?.(path)
    const isClient = authorization === `Basic ${Buffer.from(`orders:${secrets.client_secret}`).toString('base64')}`
    const at = `http://${request.headers.host}`
    if (path === '/.well-known/openid-configuration') {
      return void json(response, 200, { issuer: at, token_endpoint: `${at}/token`, jwks_uri: `${at}/jwks` })
    }
    if (path === '/jwks') return void json(response, 200, keys.jwks)
    if (path === '/token') {
      if (!isClient) {
        wrong += 1
        const isLimited = weak.unlimited !== true && wrong > 5
        const limit = isLimited || weak.alwaysWaits === true ? { 'retry-after': '60' } : {}
        return void json(response, isLimited ? 429 : 401, { error: 'invalid_client' }, limit)
      }
      tokens += 1
      const claims = { aud: form.get('audience') ?? 'orders', scope: form.get('scope') ?? '' }
      const isSame = (one: typeof claims): boolean => one.aud === claims.aud && one.scope === claims.scope
      const again = weak.repeatsToken ? [...issued].find(([, one]) => isSame(one))?.[0] : undefined
      const token = again ?? keys.sign({ iss: at, ...claims, jti: String(tokens), exp: 4_000_000_000 })
      issued.set(token, claims)
      return void json(response, 200, { ...bearer, access_token: token, scope: claims.scope })
    }
    if (path === '/introspect') {
      if (!isClient && weak.open !== true) return void json(response, 401, { error: 'invalid_client' })
      const token = form.get('token') ?? ''
      const isActive = issued.has(token) && !revoked.has(token)
      return void json(response, 200, {
        active: isActive,
        sub: 'orders',
        scope: 'read',
      })
    }
    if (path === '/revoke') {
      if (weak.noRevocation !== true) revoked.add(form.get('token') ?? '')
      return void response.writeHead(200).end()
    }
    if (weak.public === true) return void json(response, 200, { orders: [] })
    const refuse = (): void => {
      const html = { 'content-type': 'text/html' }
      if (weak.firewall === true) return void response.writeHead(403, html).end('<html>Blocked')
      if (weak.login === true) return void response.writeHead(200, html).end('<html>Log in')
      json(response, 401, { error: 'invalid_token' })
    }
    const token = /^Bearer (.+)$/.exec(authorization)?.[1] ?? ''
    const unsigned = token.split('.').slice(0, 2).join('.')
    const known = weak.noSignature
      ? [...issued].find(([one]) => one.startsWith(unsigned) && unsigned !== '')?.[1]
      : issued.get(token)
    if (known === undefined || revoked.has(token)) return refuse()
    if (weak.anyAudience !== true && known.aud !== 'orders') return refuse()
    if (weak.anyScope !== true && !known.scope.split(' ').includes('read')) {
      const challenge = { 'www-authenticate': 'Bearer error="insufficient_scope"' }
      return void json(response, 403, { error: 'insufficient_scope' }, challenge)
    }
    return void json(response, 200, { orders: [] })
  }
  const { url } = await serve((request, response) => void answer(request, response))
  return { url, reached }
}
