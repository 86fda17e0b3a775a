import type { Headers } from '../../contract/exchange.ts'
import { parseTarget } from './target.ts'
import type { HttpRequest, ReceivedResponse, SendOptions, Transcript, Transport } from './transcript.ts'

const credentials = new Set(['authorization', 'proxy-authorization', 'cookie', 'dpop'])

/**
 * Sends a request to a protected API and follows what redirects it, at most `maxHops` times. All transcripts in order;
 * when the last is a redirect still, it was one that must not be followed. With `staysAtOrigin`, none to another origin is. Protocol endpoints never come here.
 * @see RFC 9110 §15.4
 */
export async function sendFollowing(
  transport: Transport,
  request: HttpRequest,
  options: SendOptions,
  maxHops: number,
  staysAtOrigin = false,
): Promise<readonly [Transcript, ...Transcript[]]> {
  const first = await transport(request, options)
  const followed: Transcript[] = []
  let next = nextRequest(request, first)
  let last = request
  let own = options
  while (next !== null && followed.length < maxHops) {
    const leaves = originOf(next) !== originOf(last)
    if (leaves && staysAtOrigin) break
    if (leaves) own = withoutCertificate(own)
    const transcript = await transport(next, own)
    followed.push(transcript)
    last = next
    next = nextRequest(next, transcript)
  }
  return [first, ...followed]
}

const originOf = ({ url }: HttpRequest) => new URL(url).origin

/** A client certificate was meant for the origin that was asked for, as the token was; neither comes back later. */
const withoutCertificate = (options: SendOptions): SendOptions => ({
  ...options,
  network: { ...options.network, clientCertificate: null },
})

/** Null when there is nothing to follow, or nothing that may be. */
function nextRequest(request: HttpRequest, { response, failure }: Transcript): HttpRequest | null {
  if (response === null || failure !== null || refusedRedirect(request, response) !== null) return null
  const target = redirectTarget(request.url, response)
  if (target === null) return null
  const rewritten = rewrite(request, response.status)
  if (target.origin === new URL(request.url).origin) return { ...rewritten, url: target.href }
  return { ...rewritten, url: target.href, headers: without(rewritten.headers, (name) => credentials.has(name)) }
}

/**
 * Why a redirect must not be followed: it says nowhere or nothing to go to by HTTP, leads from https to http, or would
 * send a body to another origin, which its author did not mean to send there. Null for one that may be, and for an answer
 * that is no redirect.
 */
export function refusedRedirect(
  request: HttpRequest,
  response: ReceivedResponse,
): 'no_location' | 'not_http' | 'not_encrypted' | 'body' | null {
  if (!isRedirect(response.status)) return null
  if (!locationOf(response)) return 'no_location'
  const target = redirectTarget(request.url, response)
  if (target === null) return 'not_http'
  const from = new URL(request.url)
  if (from.protocol === 'https:' && target.protocol === 'http:') return 'not_encrypted'
  return target.origin !== from.origin && rewrite(request, response.status).body !== null ? 'body' : null
}

/** Where a redirect points to; undefined where it does not say, and empty where it says nothing. */
export const locationOf = ({ headers }: Pick<ReceivedResponse, 'headers'>): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'location')?.[1].trim()

function redirectTarget(base: string, response: ReceivedResponse): URL | null {
  if (!isRedirect(response.status)) return null
  const location = locationOf(response)
  if (location === undefined) return null
  try {
    const url = new URL(location, base)
    url.hash = ''
    return parseTarget(url.href)?.url ?? null
  } catch {
    return null
  }
}

/** True for a status that sends the client somewhere else; 304 and others of the 3xx do not. @see RFC 9110 §15.4 */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** 303 asks for a GET, and so in practice do 301 and 302 after a POST; what described the body goes with it. */
function rewrite(request: HttpRequest, status: number): HttpRequest {
  const toGet =
    (status === 303 && request.method !== 'HEAD') || ((status === 301 || status === 302) && request.method === 'POST')
  if (!toGet) return request
  return {
    ...request,
    method: 'GET',
    body: null,
    headers: without(request.headers, (name) => name.startsWith('content-')),
  }
}

const without = (headers: Headers, unwanted: (name: string) => boolean): Headers =>
  headers.filter(([name]) => !unwanted(name.toLowerCase()))
