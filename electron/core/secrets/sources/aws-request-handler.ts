import { type Journal, joinedHeaders, sendForSdk } from './sdk-exchange.ts'
import type { Send } from './sender.ts'

/** What the AWS SDK asks of its `requestHandler`. */
interface AwsRequest {
  method: string
  protocol: string
  hostname: string
  port?: number
  path: string
  query?: Readonly<Record<string, string | readonly string[] | null>>
  headers: Readonly<Record<string, string>>
  body?: unknown
}

/** Login in the clear, which some services of AWS take and an answer may repeat. */
const secretHeaders = ['x-amz-security-token', 'x-amz-sso_bearer_token']

/** Sends what the AWS SDK has signed, through the transport. */
export function awsRequestHandler(send: Send, journal: Journal) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: AwsRequest) => {
      const { method, headers, body } = request
      for (const name of secretHeaders) if (headers[name]) journal.secrets.add(headers[name])
      const url = urlOf(request)
      const received = await sendForSdk(
        send,
        { method, url, headers: Object.entries(headers), body: bytesOf(body) },
        journal,
      )
      return {
        response: {
          statusCode: received.status,
          reason: received.statusText,
          headers: joinedHeaders(received.headers),
          body: received.body,
        },
      }
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  }
}

function urlOf({ protocol, hostname, port, path, query = {} }: AwsRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' || value === null ? [value] : value).map((one) =>
      one === null ? escaped(name) : `${escaped(name)}=${escaped(one)}`,
    ),
  )
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`
}

/** As it was signed. @see RFC 3986 §2.3 */
const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

function bytesOf(body: unknown): Uint8Array | null {
  if (body === undefined || body === null || body === '') return null
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return Buffer.from(body)
  throw new Error('The AWS SDK sends a stream, which nothing here asked it to.')
}
