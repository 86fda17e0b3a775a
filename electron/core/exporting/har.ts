import { harComments } from '../../wording/har.ts'
import type { Body, Exchange, ExchangeRequest, ExchangeResponse, Headers, Timings } from '../../contract/exchange.ts'
import { failureText } from '../../wording/failures.ts'
import { sentOf, sentSentence } from '../../wording/sent.ts'

/**
 * Exchanges as an HTTP archive, oldest first, those of one moment in the order given; the same exchanges give the same
 * text. Secrets are masked as they are in the exchanges, so sizes are those of what was sent, not of the text. Fields of
 * our own begin with an underscore.
 * @see HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/)
 */
export function harOf(exchanges: readonly Exchange[], creator: { name: string; version: string }): string {
  const ordered = [...exchanges]
  ordered.sort((one, other) => one.startedAt - other.startedAt)
  const log = {
    version: '1.2',
    creator: { name: creator.name, version: creator.version },
    pages: [],
    entries: ordered.map(harEntryOf),
    comment: harComments.masked,
  }
  return `${JSON.stringify({ log }, null, 2)}\n`
}

/** The beginning and the end of an archive whose entries are written between them, separated by commas. */
export function harFrame({ name, version }: { name: string; version: string }): { head: string; tail: string } {
  const log = { version: '1.2', creator: { name, version }, pages: [], comment: harComments.masked }
  return { head: `{"log":${JSON.stringify(log).slice(0, -1)},"entries":[\n`, tail: '\n]}}\n' }
}

export function harEntryOf(exchange: Exchange) {
  const { connection, tls, failure, timings, redirectedFrom, retryOf, causedBy, flowId } = exchange
  const phases = timingsOf(timings)
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    // By the standard the sum of the phases; TLS and proxy are within `connect`.
    time: [phases.dns, phases.connect, phases.send, phases.wait, phases.receive].reduce(
      (sum, ms) => sum + Math.max(0, ms),
      0,
    ),
    request: requestOf(exchange.request),
    response: responseOf(exchange),
    cache: {},
    timings: phases,
    ...(connection?.proxy === null && connection.remoteAddress !== null
      ? { serverIPAddress: connection.remoteAddress.split('%', 1)[0] ?? '' }
      : {}),
    ...(connection?.localPort ? { connection: String(connection.localPort) } : {}),
    comment: commentOf(exchange),
    _id: exchange.id,
    _flowId: flowId,
    _purpose: exchange.purpose,
    _total: timings.total,
    ...(sentOf(exchange) === 'yes' ? {} : { _sent: sentOf(exchange) }),
    ...(redirectedFrom === null ? {} : { _redirectedFrom: redirectedFrom }),
    ...(retryOf === null ? {} : { _retryOf: retryOf }),
    ...(causedBy === null ? {} : { _causedBy: causedBy }),
    ...(exchange.isOfWatch === true ? { _isOfWatch: true } : {}),
    ...(exchange.isOfProbe === true ? { _isOfProbe: true } : {}),
    ...(connection === null ? {} : { _connection: connection }),
    ...(tls === null ? {} : { _tls: tls }),
    ...(failure === null ? {} : { _failure: failure }),
  }
}

function commentOf(exchange: Exchange): string {
  const { purpose, failure } = exchange
  const { clientAuthentication } = exchange.request
  const sent = sentOf(exchange)
  const unsent = sentSentence(sent)
  const sentences = [
    ...(unsent === null ? [] : [unsent]),
    `Purpose: ${purpose}.`,
    ...(clientAuthentication === null
      ? []
      : [harComments.authentication(sent === 'yes', clientAuthentication.client_id, clientAuthentication.method)]),
    ...(failure === null ? [] : [`${failureText(failure).title}: ${failureText(failure).sentence}`]),
  ]
  return sentences.join(' ')
}

function requestOf({ method, url, headers, body }: ExchangeRequest) {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return {
    method,
    url: parsed?.href ?? url,
    httpVersion: 'HTTP/1.1',
    cookies: valuesOf(headers, 'cookie')
      .flatMap((value) => value.split(';'))
      .map(cookieOf),
    headers: fieldsOf(headers),
    queryString: pairsOf(parsed?.search.slice(1) ?? ''),
    ...(body === null ? {} : { postData: postDataOf(body, headers) }),
    headersSize: -1,
    bodySize: body?.wireBytes ?? 0,
  }
}

function postDataOf({ text, encoding }: Body, headers: Headers) {
  const mimeType = valuesOf(headers, 'content-type')[0] ?? ''
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(mimeType)
  return {
    mimeType,
    ...(isForm ? { params: pairsOf(text) } : {}),
    text,
    // The standard has no word for it here, as it has in the answer.
    ...(encoding === 'base64' ? { _encoding: encoding } : {}),
  }
}

/** An exchange without an answer has status 0, as browsers write it. */
function responseOf({ response, failure }: Exchange) {
  return {
    status: response?.status ?? 0,
    statusText: response?.statusText ?? '',
    httpVersion: response === null ? 'unknown' : `HTTP/${response.httpVersion}`,
    cookies: valuesOf(response?.headers ?? [], 'set-cookie').map(cookieOf),
    headers: fieldsOf(response?.headers ?? []),
    content: response === null ? { size: 0, mimeType: 'x-unknown' } : contentOf(response),
    redirectURL: valuesOf(response?.headers ?? [], 'location')[0] ?? '',
    headersSize: -1,
    bodySize: response?.body.wireBytes ?? -1,
    ...(failure === null ? {} : { _error: failure.nodeCode ?? failure.code }),
  }
}

function contentOf({ headers, body }: ExchangeResponse) {
  return {
    size: body.decodedBytes,
    ...(body.decodedBytes === body.wireBytes ? {} : { compression: body.decodedBytes - body.wireBytes }),
    mimeType: valuesOf(headers, 'content-type')[0] ?? 'x-unknown',
    text: body.text,
    ...(body.encoding === 'base64' ? { encoding: body.encoding } : {}),
    ...(body.truncated ? { comment: harComments.bodyIncomplete } : {}),
  }
}

/** -1 is a phase that did not happen; what every request has is 0 then. */
function timingsOf({ dns, connect, proxy, tls, send, wait, download }: Timings) {
  const connecting = [connect, proxy, tls].filter((ms) => ms !== null)
  return {
    blocked: -1,
    dns: dns ?? -1,
    connect: connecting.length === 0 ? -1 : connecting.reduce((sum, ms) => sum + ms, 0),
    ssl: tls ?? -1,
    send: send ?? 0,
    wait: wait ?? 0,
    receive: download ?? 0,
    ...(proxy === null ? {} : { _proxy: proxy }),
  }
}

const fieldsOf = (headers: Headers) => headers.map(([name, value]) => ({ name, value }))

const valuesOf = (headers: Headers, wanted: string) =>
  headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)

const pairsOf = (query: string) => [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }))

/** Name and value; the attributes are in the header field. @see RFC 6265 §4.1.1 */
function cookieOf(text: string) {
  const [pair = ''] = text.split(';')
  const equals = pair.indexOf('=')
  return { name: pair.slice(0, Math.max(0, equals)).trim(), value: pair.slice(equals + 1).trim() }
}
