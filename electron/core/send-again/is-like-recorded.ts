import { isLoopback } from '../../common/loopback.ts'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { requestUrl } from '../api-request/request-url.ts'
import { recordedCall } from './recorded-call.ts'
import { isLikeMasked } from './is-like-masked.ts'

type Recorded = Pick<Exchange, 'request'>

/**
 * Whether a saved call, its variables resolved, sends what was recorded, as far as it can be seen: what is masked may have been
 * anything, and the content of files is not looked at.
 */
export function isLikeRecorded(saved: ApiRequest, { request }: Recorded): boolean {
  const then = recordedCall({ request })?.request
  return (
    then !== undefined &&
    saved.method === request.method &&
    isSameUrl(saved, request.url) &&
    isSameList(typedIn(then), typedIn(saved), request) &&
    isSameBody(saved, { request })
  )
}

function isSameUrl(saved: ApiRequest, recorded: string): boolean {
  const now = requestUrl(saved)
  if ('problem' in now) return false
  return isLikeMasked(recorded, now.url) || isMoved(recorded, now.url)
}

/** A server of this computer, such as the sandbox, which has another port each time. */
function isMoved(recorded: string, now: string): boolean {
  if (!URL.canParse(recorded) || !URL.canParse(now) || !isLoopback(recorded) || !isLoopback(now)) return false
  return isLikeMasked(pathOf(recorded), pathOf(now))
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** The app adds these itself, or says them by the body. */
const besides = new Set(['accept', 'content-type', 'user-agent', 'authorization', 'dpop'])

const typedIn = ({ headers }: ApiRequest): readonly (readonly [string, string])[] =>
  headers.flatMap(({ name, value, enabled }) =>
    enabled && name !== '' && !besides.has(name.toLowerCase()) ? [[name.toLowerCase(), value] as const] : [],
  )

/** What was recorded has variables for what is masked here; so the recorded fields themselves are compared. */
function isSameList(
  then: readonly (readonly [string, string])[],
  now: readonly (readonly [string, string])[],
  { headers }: Recorded['request'],
): boolean {
  const names = new Set(then.map(([name]) => name))
  const recorded = headers.filter(([name]) => names.has(name.toLowerCase()))
  return isSamePairs(
    recorded.map(([name, value]) => [name.toLowerCase(), value]),
    now,
  )
}

const isSamePairs = (
  recorded: readonly (readonly [string, string])[],
  now: readonly (readonly [string, string])[],
): boolean =>
  recorded.length === now.length &&
  recorded.every(([name, value], index) => {
    const [otherName, otherValue] = now[index] ?? ['', '']
    return name === otherName && isLikeMasked(value, otherValue.trim())
  })

function isSameBody({ method, body }: ApiRequest, { request: { body: recorded } }: Recorded): boolean {
  if (method === 'GET' || method === 'HEAD' || body.kind === 'file' || body.kind === 'multipart') return true
  if (recorded === null || recorded.decodedBytes === 0)
    return body.kind === 'none' || (body.kind !== 'form' && body.text === '')
  if (recorded.encoding === 'base64' || recorded.isHead === true || recorded.truncated) return body.kind !== 'none'
  switch (body.kind) {
    case 'none':
      return false
    case 'form':
      return isSamePairs(
        [...new URLSearchParams(recorded.text)],
        body.fields.flatMap(({ name, value, enabled }) => (enabled && name + value !== '' ? [[name, value]] : [])),
      )
    case 'json':
    case 'text':
      return isLikeMasked(recorded.text, body.text)
  }
}
