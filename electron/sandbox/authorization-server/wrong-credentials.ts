import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { isRecord } from '../json-http.ts'

/** Wrong credentials that a client may send in a minute, and clients that are remembered. */
const most = 10
const minute = 60_000
const mostClients = 1000

/** Counts wrong credentials: seconds until the client may try again, or null while it may. */
export type CountWrong = (client: string) => number | null

/** `now` counts milliseconds since 1970. */
export function createWrongCredentials(now: () => number): CountWrong {
  const clients = new Map<string, { count: number; until: number }>()
  return (client) => {
    for (const [name, { until }] of clients) if (until <= now() || clients.size > mostClients) clients.delete(name)
    const seen = clients.get(client) ?? { count: 0, until: now() + minute }
    seen.count += 1
    clients.set(client, seen)
    return seen.count > most ? Math.ceil((seen.until - now()) / 1000) : null
  }
}

/**
 * Answers 429 in place of the refusal, for each client by itself. Credentials are looked at first, so that right ones are served
 * all the same: else a stranger could lock a client out. @see RFC 6749 §2.3.1, RFC 6585 §4
 */
export function limitWrongCredentials(provider: Provider, countWrong: CountWrong, isOn: () => boolean): void {
  provider.use(async (ctx, next) => {
    await next()
    if (!isOn() || !isRecord(ctx.body) || ctx.body['error'] !== 'invalid_client') return
    const seconds = countWrong(clientOf(ctx['oidc'], ctx.get('authorization')))
    if (seconds === null) return
    ctx.remove('www-authenticate')
    ctx.set('retry-after', String(seconds))
    ctx.status = 429
    ctx.body = { error: 'too_many_requests', error_description: 'Too many wrong credentials of this client.' }
  })
}

/** As the request names it; assertions of unknown clients count together. */
function clientOf({ client, params }: KoaContextWithOIDC['oidc'], authorization: string): string {
  if (client !== undefined) return client.clientId
  const named = params?.['client_id']
  if (typeof named === 'string') return named
  const [, basic = ''] = authorization.split(' ')
  return Buffer.from(basic, 'base64').toString().split(':', 1)[0] ?? ''
}
