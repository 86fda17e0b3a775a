import { Buffer } from 'node:buffer'
import { curlNotes } from '../../wording/curl.ts'
import type { Exchange, Headers } from '../../contract/exchange.ts'
import { type CurlNetwork, namesLeftTo, networkArguments } from './curl-network.ts'
import { mark } from '../../common/mask-token.ts'
import { comment, plainText, printfOf, quoted, wordOf, wordOfText } from '../../common/shell-words.ts'
import type { HttpRequest } from '../http/transcript.ts'

/** What the transport sets itself, or never sends (`http/request-headers.ts`); curl makes its own. */
const added = new Set(['host', 'connection', 'accept-encoding', 'content-length', 'transfer-encoding', 'origin'])
/** What curl says by itself unless an option says otherwise. */
const ofCurl = ['Accept', 'User-Agent']
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'])
/** One argument of a program may have 128 KiB on Linux. */
const longestArgument = 30_000

/**
 * A command for any POSIX shell that sends this very request: method, path, header fields in order and every byte of
 * the body, with its secrets as they are given; a body that is one file is read from there. Lines that begin with # say what it expects.
 */
export function curlCommand(request: HttpRequest & { bodyFile?: string | null }, network: CurlNetwork): string {
  return command({ ...request, url: new URL(request.url).href }, networkArguments(network), network.notes)
}

/** The same of a recorded exchange, whose secrets are not kept: a comment says what has to be put back. */
export function curlOfExchange({ request, connection, tls }: Exchange): string {
  const { method, url, headers, body, clientAuthentication } = request
  const hidden = [
    ...(isMasked(url) ? ['URL'] : []),
    ...headers.flatMap(([name, value]) => (isMasked(value) ? [name] : [])),
    ...(body !== null && isMasked(body.text) ? ['body'] : []),
  ]
  const notes = [
    ...(hidden.length === 0 ? [] : [curlNotes.masked(hidden)]),
    ...(clientAuthentication === null
      ? []
      : [curlNotes.authenticates(clientAuthentication.client_id, clientAuthentication.method)]),
    ...(body?.truncated ? [curlNotes.bodyIncomplete] : []),
    ...(tls?.clientCertificate ? [curlNotes.addCertificate(tls.clientCertificate.subject)] : []),
    ...(tls?.accepted ? [curlNotes.untrusted] : []),
  ]
  const proxy = connection?.proxy ?? null
  return command(
    { method, url, headers, body: body && Buffer.from(body.text, body.encoding) },
    proxy === null ? [] : [`--proxy ${quoted(namesLeftTo(proxy))}`],
    notes,
  )
}

function command(
  { method, url, headers, body, bodyFile = null }: HttpRequest & { bodyFile?: string | null },
  network: readonly string[],
  notes: readonly string[],
) {
  const { pipe, argument } =
    bodyFile === null ? dataOf(method, body) : { pipe: '', argument: `--data-binary ${quoted(`@${bodyFile}`)}` }
  const words = [
    `${pipe}curl --http1.1 --path-as-is --globoff --compressed`,
    method === 'HEAD' && argument === null ? '--head' : `--request ${quoted(method)}`,
    ...network,
    ...headersOf(headers, argument !== null),
    ...(argument === null ? [] : [argument]),
    wordOfText(url),
  ]
  return `${[...notes.map(comment), words.join(' \\\n  ')].join('\n')}\n`
}

function headersOf(headers: Headers, hasData: boolean): string[] {
  const own = headers.filter(([name]) => !added.has(name.toLowerCase()))
  const names = new Set(own.map(([name]) => name.toLowerCase()))
  const unwanted = [...ofCurl, ...(hasData ? ['Content-Type', 'Expect'] : [])].filter(
    (name) => !names.has(name.toLowerCase()),
  )
  return [
    // With a colon curl would take an empty header for one to leave out.
    ...own.map(([name, value]) => wordOf(headerBytes(value === '' ? `${name};` : `${name}: ${value}`))),
    ...unwanted.map((name) => `${name}:`),
  ].map((word) => `--header ${word}`)
}

/** Header fields travel as Latin-1; a masked one has the marks of the mask, which are none. */
function headerBytes(line: string): Uint8Array {
  return Buffer.from(line, /^[\0-\xFF]*$/.test(line) ? 'latin1' : 'utf-8')
}

/** @see RFC 9110 §8.6: a method that expects a body says so even when there is none */
function dataOf(method: string, body: Uint8Array | null): { pipe: string; argument: string | null } {
  if (body === null) return { pipe: '', argument: withoutBody.has(method) ? null : "--data-binary ''" }
  const text = body.byteLength > longestArgument ? null : plainText(body)
  // A body that begins with @ would be the name of a file.
  return text === null || text.startsWith('@')
    ? { pipe: `${printfOf(body)} | `, argument: '--data-binary @-' }
    : { pipe: '', argument: `--data-binary ${quoted(text)}` }
}

const isMasked = (text: string) => text.includes(mark) || /… \(\d+ characters\)/.test(text)
