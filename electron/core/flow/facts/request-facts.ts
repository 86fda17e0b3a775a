import { maskHeader, maskingOf } from '../../redaction/mask.ts'
import { maskByShape, maskedUrl } from '../../redaction/redact.ts'
import { decodeUtf8 } from '../../token/decode/utf8.ts'
import type { HttpRequest } from '../../http/transcript.ts'
import { readJsonObject } from '../../json/json.ts'
import { stringListOf } from '../../../common/json-source.ts'
import type { RequestFacts } from '../../diagnosis/facts/request-facts.ts'
import { assertionFacts } from './assertion-facts.ts'
import { basicFacts } from './basic-facts.ts'

const authenticating = new Set(['authorization', 'proxy-authorization', 'cookie', 'dpop'])
const maxBody = 1 << 20

/** Reads what was sent. Never throws: a request may be made by hand. */
export function requestFacts({ method, url, headers, body }: HttpRequest): RequestFacts {
  const place = URL.canParse(url) ? new URL(url) : null
  const fields = new Map<string, string>()
  let authorizations = 0
  let authorization: string | null = null
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (key === 'authorization') {
      authorizations += 1
      authorization ??= value
    }
    if (!fields.has(key)) fields.set(key, authenticating.has(key) ? '' : maskHeader(name, value))
  }
  const text = body === null || body.byteLength > maxBody ? '' : (decodeUtf8(body) ?? '')
  const read = readBody(text)
  const query = place === null ? [] : [...new Set(place.searchParams.keys())]
  const scheme = authorization === null ? null : (/^\s*([^\s]*)/.exec(authorization)?.[1] ?? '').toLowerCase()
  const basic = scheme === 'basic' ? basicFacts(authorization ?? '') : null
  const assertion = read.raw.get('client_assertion')?.[0] ?? null
  return {
    method,
    url: maskedUrl(url, maskByShape),
    place: place && { protocol: place.protocol, host: place.host, hostname: place.hostname, path: place.pathname },
    query,
    headers: fields,
    contentType: fields.get('content-type') ?? null,
    body: body === null || body.byteLength === 0 ? 'none' : read.kind,
    parameters: new Map([...read.raw].map(([name, values]) => [name, isSecret(name) ? values.map(() => '') : values])),
    client_id: read.raw.get('client_id')?.[0] ?? basic?.client_id ?? null,
    scheme,
    isSchemeTwice: /^\s*(?:bearer|dpop)\s+["']?(?:bearer|dpop)\s/i.test(authorization ?? ''),
    authorizations,
    basic,
    assertion: assertion === null ? null : assertionFacts(assertion),
    credentials: [
      ...(scheme === 'basic' ? (['basic'] as const) : []),
      ...(read.raw.has('client_secret') ? (['client_secret'] as const) : []),
      ...(read.raw.has('client_assertion') ? (['client_assertion'] as const) : []),
      ...(query.some(isSecret) ? (['query'] as const) : []),
    ],
    hasDpopProof: fields.has('dpop'),
  }
}

const isSecret = (name: string): boolean => maskingOf(name, false) !== null

function readBody(text: string): { kind: 'form' | 'json' | 'other'; raw: ReadonlyMap<string, readonly string[]> } {
  const trimmed = text.trimStart()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const reading = readJsonObject(text)
    if (reading.kind !== 'object') return { kind: 'json', raw: new Map() }
    const { members } = reading.object
    return { kind: 'json', raw: new Map(members.map(({ name, source }) => [name, stringListOf(source) ?? ['']])) }
  }
  if (!/^[\w.~%*+-]{1,200}=/.test(trimmed)) return { kind: 'other', raw: new Map() }
  const raw = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(trimmed)) {
    const values = raw.get(name)
    if (values === undefined) raw.set(name, [value])
    else values.push(value)
  }
  return { kind: 'form', raw }
}
