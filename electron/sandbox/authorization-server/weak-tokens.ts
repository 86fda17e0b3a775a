import { decodeJwt, decodeProtectedHeader } from 'jose'
import type Provider from 'oidc-provider'
import type { Changes } from '../changing-server.ts'
import { isRecord } from '../json-http.ts'
import { signJwt } from '../signed-jwt.ts'
import type { SigningKey } from './signing-key.ts'

/** `key` is the usual one. */
export interface WeakTokenOptions {
  changes: Changes
  key: SigningKey
  weakKey: SigningKey
}

/** oidc-provider issues no JWT without an audience or by a short key, so with these switches its own are signed again. */
export function issueWeakTokens(provider: Provider, { changes, key, weakKey }: WeakTokenOptions): void {
  provider.use(async (ctx, next) => {
    await next()
    const { body } = ctx
    if (!isRecord(body)) return
    if (changes.has('weak_key') && Array.isArray(body['keys'])) {
      const { kty, n, e, kid, alg, use } = weakKey.privateJwk
      ctx.body = { keys: [...body['keys'], { kty, n, e, kid, alg, use }] }
      return
    }
    const token = body['access_token']
    if (typeof token !== 'string' || !token.includes('.')) return
    if (!changes.has('no_audience') && !changes.has('weak_key')) return
    const { aud, ...others } = decodeJwt(token)
    const claims = changes.has('no_audience') ? others : { ...others, aud }
    const header = decodeProtectedHeader(token)
    ctx.body = { ...body, access_token: signJwt(header, claims, changes.has('weak_key') ? weakKey : key) }
  })
}
