import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasMediaType, readBytes, sendJson } from '../../json-http.ts'

const echoLimit = 16 << 20
/** Characters of a body or a field that are given back. */
const longestText = 64 << 10

/** Gives a request back as it arrived, without its access token. */
export async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBytes(request, echoLimit)
  if (body === null) {
    const error = { error: 'content_too_large', error_description: 'A body for this path has at most 16 MiB.' }
    sendJson(response, 413, error, { connection: 'close' })
    return
  }
  const url = new URL(request.url ?? '', 'http://sandbox.invalid')
  sendJson(response, 200, {
    method: request.method,
    path: url.pathname,
    target: request.url,
    query: [...url.searchParams],
    headers: fieldsOf(request.rawHeaders),
    body: {
      bytes: body.length,
      sha256: sha256(body),
      text: textOf(body),
      ...(await fieldsOfBody(request, body)),
    },
  })
}

/** Name and value by turns, as node:http gives them. The value of Authorization is its scheme and length. */
function fieldsOf(raw: readonly string[]): [name: string, value: string][] {
  const fields: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = [raw[index], raw[index + 1]]
    fields.push([name, name.toLowerCase() === 'authorization' ? hidden(value) : value])
  }
  return fields
}

function hidden(value: string): string {
  const [scheme = '', token = ''] = value.split(' ')
  return `${scheme} (${token.length} characters)`
}

/** The fields of a form, and the parts of a multipart body; `unreadable` where it is none that can be read. */
async function fieldsOfBody(request: IncomingMessage, body: Buffer): Promise<object> {
  const isForm = hasMediaType(request, 'application/x-www-form-urlencoded')
  if (!isForm && !hasMediaType(request, 'multipart/form-data')) return {}
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  try {
    const fields = await new Response(new Uint8Array(body), { headers }).formData()
    const given = await Promise.all([...fields].map(async ([name, value]) => partOf(name, value)))
    return isForm ? { fields: given } : { parts: given }
  } catch {
    return { unreadable: request.headers['content-type'] }
  }
}

async function partOf(name: string, value: string | File): Promise<object> {
  if (typeof value === 'string') return { name, value: value.slice(0, longestText) }
  const bytes = new Uint8Array(await value.arrayBuffer())
  return { name, file: value.name, type: value.type, bytes: bytes.length, sha256: sha256(bytes) }
}

function textOf(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body).slice(0, longestText)
  } catch {
    return null
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
