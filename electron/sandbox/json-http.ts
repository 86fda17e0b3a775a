import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Bytes of a request body after which reading stops; the same as oidc-provider's own. */
const bodyLimit = 56 * 1024

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

/** The body as UTF-8, or null when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  return (await readBytes(request, bodyLimit))?.toString('utf8') ?? null
}

/** The body, or null when it has more bytes than the limit. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new Error('A request body is bytes.')
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function hasMediaType(request: IncomingMessage, mediaType: string): boolean {
  return request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === mediaType
}

/** A JSON object as a record of unknown values; null for any other text. */
export function parseJsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
