import { Buffer } from 'node:buffer'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { sendJson } from '../../json-http.ts'
import { orders } from '../records.ts'
import { echo } from './echo.ts'
import { createRefusals } from './refusals.ts'
import { html, pdf, png, words, xml } from './samples.ts'
import { big, events, lines } from './streams.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What comes after the slash is the status, or the encoding. */
const families = ['/api/status', '/api/encoded'] as const

export const answerPaths = [
  '/api/echo',
  '/api/stream',
  '/api/lines',
  '/api/big',
  '/api/image',
  '/api/pdf',
  '/api/xml',
  '/api/html',
  '/api/text',
  '/api/binary',
  '/api/slow',
  '/api/empty',
  ...families.map((family) => `${family}/*`),
]

const encoders = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync, zstd: zstdCompressSync }
const charsets = { 'utf-8': 'utf8', 'iso-8859-1': 'latin1', 'utf-16le': 'utf16le' } as const

/** One answer of each kind, to any method. Null where the path has none. */
export function createAnswers(): (request: IncomingMessage) => Answer | null {
  const refuse = createRefusals()
  return (request) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://sandbox.invalid')
    const count = (name: string, otherwise: number, most: number) =>
      wholeNumber(searchParams.get(name), otherwise, most)
    const last = pathname.slice(pathname.lastIndexOf('/') + 1)
    switch (pathname) {
      case '/api/echo':
        return echo
      case '/api/stream':
        return (_, response) => events(response, count('n', 5, 1000), count('ms', 500, 60_000))
      case '/api/lines':
        return (_, response) => lines(response, count('n', 5, 1000), count('ms', 0, 60_000))
      case '/api/big':
        return (_, response) => big(response, count('mb', 1, 64) * 1_000_000)
      case '/api/image':
        return plain('image/png', png)
      case '/api/pdf':
        return plain('application/pdf', pdf())
      case '/api/xml':
        return plain('application/xml', xml)
      case '/api/html':
        return plain('text/html; charset=utf-8', html)
      case '/api/text': {
        const charset = searchParams.get('charset')?.toLowerCase() ?? 'utf-8'
        return isKey(charsets, charset)
          ? plain(`text/plain; charset=${charset}`, Buffer.from(words, charsets[charset]))
          : unknown('charset', Object.keys(charsets))
      }
      case '/api/binary': {
        const bytes = Buffer.from(Array.from({ length: 1024 }, (_, index) => index % 256))
        return plain('application/octet-stream', bytes, { 'content-disposition': 'attachment; filename="label.bin"' })
      }
      case '/api/slow':
        return async (_, response) => {
          await pause(count('ms', 3000, 60_000))
          sendJson(response, 200, { orders })
        }
      case '/api/empty':
        return async (_, response) => void response.writeHead(204).end()
      case `/api/encoded/${last}`:
        return isKey(encoders, last)
          ? plain('application/json', encoders[last](JSON.stringify({ orders })), { 'content-encoding': last })
          : unknown('encoding', Object.keys(encoders))
      case `/api/status/${last}`:
        return /^[2-5]\d\d$/.test(last)
          ? async (_, response) => refuse(response, Number(last), count('after', 0, 1000), request.url ?? '')
          : unknown('status', ['200 to 599'])
      default:
        return null
    }
  }
}

/** The most where more is asked for, `otherwise` where it is no whole number. */
function wholeNumber(text: string | null, otherwise: number, most: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : otherwise
}

function plain(type: string, body: string | Buffer, headers: OutgoingHttpHeaders = {}): Answer {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body)
  }
}

function unknown(what: string, known: readonly string[]): Answer {
  return async (_, response) => {
    sendJson(response, 404, { error: 'not_found', error_description: `Known for ${what}: ${known.join(', ')}` })
  }
}

const isKey = <Known extends object>(known: Known, key: PropertyKey): key is keyof Known => Object.hasOwn(known, key)
