import { Buffer } from 'node:buffer'
import type { Body, Exchange, ExchangeRequest, Headers, TlsFacts } from '../../contract/exchange.ts'
import type { HttpRequest, Transcript } from '../http/transcript.ts'
import { learnedValues } from './learned-values.ts'
import { secretMasker } from './mask-secrets.ts'
import { cutBody, headOf } from './body-head.ts'
import { mark } from '../../common/mask-token.ts'
import { type Mask, maskBareToken, maskFields, maskHeader, maskJwts, maskValues } from './mask.ts'
import { maskSensitive } from './sensitive-values.ts'
import { bufferOf, codingOf, decoderOf, withoutCutCharacter } from './text-of-body.ts'

export interface About extends Pick<
  Exchange,
  | 'id'
  | 'flowId'
  | 'environmentId'
  | 'purpose'
  | 'redirectedFrom'
  | 'retryOf'
  | 'causedBy'
  | 'callId'
  | 'isOfWatch'
  | 'isOfProbe'
> {
  clientAuthentication: ExchangeRequest['clientAuthentication']
}

/** A request for the window, before or instead of sending it; shown as it is when `secrets` is null. */
export function describeRequest(
  request: HttpRequest,
  clientAuthentication: ExchangeRequest['clientAuthentication'],
  secrets: readonly string[] | null,
): ExchangeRequest {
  if (secrets !== null) return maskedRequest(request, clientAuthentication, maskOf(secrets))
  const { method, url, headers } = request
  const text = request.body === null ? null : Buffer.from(request.body)
  const facts = { wireBytes: text?.length ?? 0, decodedBytes: text?.length ?? 0, truncated: false }
  const body: Body | null = text && { ...facts, text: text.toString('utf8'), encoding: 'utf-8' }
  return { method, url, headers, body, clientAuthentication }
}

/**
 * The one place where a transcript becomes an exchange: what leaves here holds no secret and no usable token. `large` is the
 * body of the answer where it was masked elsewhere.
 */
export function redact(transcript: Transcript, about: About, mask: Mask, large?: Body): Exchange {
  const { request, response, failure } = transcript
  // A token endpoint may answer with the token and nothing else.
  const inBody: Mask = about.purpose === 'token' ? (text) => mask(maskBareToken(text)) : mask
  return {
    id: about.id,
    flowId: about.flowId,
    environmentId: about.environmentId,
    purpose: about.purpose,
    startedAt: transcript.startedAt,
    request: maskedRequest(request, about.clientAuthentication, mask),
    sent: transcript.sent,
    response: response && {
      status: response.status,
      statusText: mask(response.statusText),
      httpVersion: response.httpVersion,
      headers: headers(response.headers, mask),
      body: large ?? body(response.body, response.wireBytes, response.truncated, response.headers, inBody),
    },
    failure: failure && { ...failure, host: mask(failure.host), evidence: maskValues(failure.evidence, mask) },
    timings: transcript.timings,
    connection: transcript.connection,
    tls: transcript.tls && maskedTls(transcript.tls, mask),
    clockOffset: clockOffsetOf(transcript),
    redirectedFrom: about.redirectedFrom,
    retryOf: about.retryOf,
    causedBy: about.causedBy,
    ...(about.callId !== undefined && { callId: about.callId }),
    ...(about.isOfWatch === true && { isOfWatch: true }),
    ...(about.isOfProbe === true && { isOfProbe: true }),
  }
}

function maskedRequest(
  request: HttpRequest,
  clientAuthentication: ExchangeRequest['clientAuthentication'],
  mask: Mask,
): ExchangeRequest {
  return {
    method: request.method,
    url: maskedUrl(request.url, mask),
    headers: headers(request.headers, mask),
    body: request.body && requestBody(request.body, request.headers, mask),
    clientAuthentication,
  }
}

/** A server chooses the names and the serial number of its certificate: in the next handshake they may repeat a secret. */
function maskedTls(tls: TlsFacts, mask: Mask): TlsFacts {
  const chain = tls.chain.map((certificate) => ({
    ...certificate,
    subject: mask(certificate.subject),
    issuer: mask(certificate.issuer),
    subjectAltName: certificate.subjectAltName === null ? null : mask(certificate.subjectAltName),
    serialNumber: mask(certificate.serialNumber),
  }))
  return { ...tls, chain }
}

/** The URL of a request, without passwords and secret parameters. */
export const maskedUrl = (url: string, mask: Mask): string => mask(maskFields(withoutPassword(url), 'url'))

/**
 * Makes what masks these secrets in a text, in any encoding, every value that its name calls sensitive, and anything that looks
 * like a JWT. Making it is the dear part: once for a request.
 */
export function maskOf(secrets: readonly string[]): Mask {
  const known = secretMasker(secrets)
  return (text) => {
    try {
      return maskJwts(known(maskSensitive(text)))
    } catch {
      // A text that no mask can take is hidden whole, and what it belongs to is kept.
      return mark
    }
  }
}

/** Masks by names and looks alone, where no secret is known. */
export const maskByShape: Mask = maskOf([])

/** The same for what happened with a request: also what the request and its answer themselves call a secret. */
export function maskOfExchange(transcript: Transcript, secrets: readonly string[]): Mask {
  return maskOf([...secrets, ...learnedValues(transcript)])
}

/** By the `Date` header, which counts whole seconds: less than 2 s is no difference. @see RFC 9110 §6.6.1 */
export function clockOffsetOf({ response, startedAt, timings }: Transcript): number | null {
  const date = Date.parse(response?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1] ?? '')
  if (Number.isNaN(date)) return null
  const offset = date - (startedAt + timings.total)
  return Math.abs(offset) < 2000 ? 0 : Math.round(offset)
}

const withoutPassword = (url: string) => url.replace(/^(https?:\/\/[^/?#:@]*:)[^/?#]*@/i, `$1${mark}@`)

const headers = (fields: Headers, text: Mask): Headers =>
  fields.map(([name, value]) => [text(name), text(maskHeader(name, value))])

function requestBody(bytes: Uint8Array, fields: Headers, mask: Mask): Body {
  const { bytes: head, kept } = headOf(bytes)
  const { byteLength } = bytes
  return cutBody(body(head, byteLength, head.byteLength < byteLength, fields, mask), kept, byteLength)
}

function body(bytes: Uint8Array, wireBytes: number, truncated: boolean, fields: Headers, mask: Mask): Body {
  const contentType = fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const isForm = /x-www-form-urlencoded/i.test(contentType)
  const all: Mask = (text) => mask(isForm ? maskFields(text, 'form') : text)
  const buffer = bufferOf(bytes)
  const coding = codingOf(bytes, contentType, truncated)
  const isCutText = truncated && coding?.label === 'utf-8'
  const plain = decoderOf(coding ?? { label: 'latin1', charset: null }).decode(
    isCutText ? withoutCutCharacter(buffer) : buffer,
  )
  const charset = coding?.charset ?? null
  const facts = {
    wireBytes,
    decodedBytes: bytes.byteLength,
    truncated,
    ...(charset !== null && { charset }),
  }
  // UTF-16 puts a NUL beside every letter.
  const letters = plain.includes('\0') ? plain.replaceAll('\0', '') : ''
  if (all(letters) !== letters) return { ...facts, text: mark, encoding: 'utf-8' }
  if (coding !== null) return { ...facts, text: all(plain), encoding: 'utf-8' }
  const secret = all(plain) !== plain
  return secret
    ? { ...facts, text: mark, encoding: 'utf-8' }
    : { ...facts, text: buffer.toString('base64'), encoding: 'base64' }
}
