import type { ApiCall } from '../../../contract/api-call.ts'
import type { Seen } from '../../../contract/review.ts'
import type { ReviewCase } from '../case.ts'
import { judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'

/** Parameters that carry what OAuth keeps secret; the user's part of a URL counts as one. @see RFC 6749 §2.3.1, RFC 9700 §4.3.2 */
const credentials: ReadonlySet<string> = new Set([
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'clientsecret',
  'clientassertion',
  'password',
])
const keys: ReadonlySet<string> = new Set([
  'apikey',
  'xapikey',
  'subscriptionkey',
  'secret',
  'authtoken',
  'bearertoken',
])

/** A parameter of a URL, with where it is. */
interface Found {
  name: string
  seen: Seen
}

/** Whether credentials are in URLs, which servers, proxies and browsers write down. */
export const credentialsInUrls: ReviewCheck = {
  name: 'credentials_in_urls',
  look: (kase) => {
    const urls = urlsOf(kase)
    const found = urls.flatMap(({ names, seen }) => names.map((name) => ({ name, seen: seen(name) })))
    const judgedBy = (code: 'credential_in_url' | 'key_in_url', set: ReadonlySet<string>) => {
      const those = found.filter(({ name }) => set.has(plain(name)) || (name === userinfo && set === credentials))
      return those.length === 0 ? [] : [judged(code, those.map(seenOf), { names: namesOf(those) })]
    }
    const [first, ...others] = [...judgedBy('credential_in_url', credentials), ...judgedBy('key_in_url', keys)]
    if (first !== undefined) return [first, ...others]
    if (urls.length === 0) return [judged('no_url_seen', [])]
    return [judged('no_credential_in_url', [], { count: String(urls.length) })]
  },
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_. ]/g, '')
const seenOf = ({ seen }: Found): Seen => seen
const namesOf = (found: readonly Found[]): string => [...new Set(found.map(({ name }) => name))].join(' ')

/** A URL, as the names of what it carries. */
interface Carrying {
  names: readonly string[]
  seen: (name: string) => Seen
}

/** The endpoints as they are set, the saved calls, and the requests that were recorded. */
function urlsOf({ settings, calls, exchanges }: ReviewCase): Carrying[] {
  const { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri } = settings
  const set = { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
  return [
    ...Object.entries(set)
      .filter(([, url]) => url !== '')
      .map(([field, url]) => inSetting(field, namesIn(url))),
    ...calls.map((call, index) => inSetting(`apiCalls.${index}.url`, [...namesIn(call.url), ...queryOf(call)])),
    ...exchanges.map((exchange) => ({
      names: exchange.request.query,
      seen: (name: string) => seenIn(exchange, 'parameter', name, '…'),
    })),
  ]
}

const inSetting = (field: string, names: readonly string[]): Carrying => ({
  names,
  seen: (name) => seenHere('setting', field, name === userinfo ? 'user:…@' : `${name}=…`),
})

/** What stands for the user's part of a URL with a password. */
const userinfo = 'userinfo'

const queryOf = ({ query }: ApiCall): string[] => query.filter(({ enabled }) => enabled).map(({ name }) => name)

/** A saved call may have `{{name}}` in its URL, so that it cannot be read as one. */
function namesIn(url: string): string[] {
  const query = /^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? ''
  const named = [...new URLSearchParams(query).keys()]
  return /^[a-z]+:\/\/[^/?#@:]*:[^/?#@]*@/i.test(url) ? [userinfo, ...named] : named
}
