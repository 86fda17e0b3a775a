/** As it is, form-encoded, percent-encoded for a path or a query, or within a JSON string. */
export type VariableAs = 'text' | 'form' | 'url' | 'json'

/** A value that is not in the copied text: the name of the variable, and how it is written where it is. */
export interface Variable {
  variable: string
  as: VariableAs
}

/** Base64 of a client ID, encoded as it is sent, a colon, and a secret. @see RFC 6749 §2.3.1 */
export interface BasicPair {
  basic: string
  variable: string
  as: 'text' | 'form'
}

export type Piece = string | Variable | BasicPair
export type Pieces = readonly Piece[]

/** A stretch of a body. */
export type BodyPart = { text: Pieces } | { bytes: Uint8Array } | { file: string }

export interface WrittenRequest {
  method: string
  url: Pieces
  headers: readonly (readonly [name: string, value: Pieces])[]
  /** Null for none. */
  body: readonly BodyPart[] | null
}

/** What is copied, before it is in any language. */
export interface Program {
  notes: readonly string[]
  /** What has to be set before it runs. */
  variables: readonly string[]
  /** Null where the call goes alone. */
  token: WrittenRequest | null
  call: WrittenRequest
  followRedirects: boolean
  /** Options of curl for a POSIX shell: the proxy, the authorities, the client certificate. */
  curlNetwork: readonly string[]
}

export const isText = (part: BodyPart): part is { text: Pieces } => 'text' in part

/** The text of these bytes as UTF-8; null where they are none. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Without empty texts, and with texts that follow each other as one. */
export function tidy(pieces: Pieces): Piece[] {
  const tidied: Piece[] = []
  for (const piece of pieces) {
    const last = tidied.at(-1)
    if (piece === '') continue
    if (typeof piece === 'string' && typeof last === 'string') tidied[tidied.length - 1] = last + piece
    else tidied.push(piece)
  }
  return tidied
}

/** A field that comes more than once has its values in one, for languages that take each name once. @see RFC 9110 §5.3 */
export function joinedHeaders(headers: WrittenRequest['headers']): [name: string, value: Pieces][] {
  const joined = new Map<string, [string, Pieces]>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const before = joined.get(key)
    const between = key === 'cookie' ? '; ' : ', '
    joined.set(key, before === undefined ? [name, value] : [before[0], [...before[1], between, ...value]])
  }
  return [...joined.values()]
}

/** What a program has in it that a language may need a helper or an import for. */
export interface Needs {
  form: boolean
  url: boolean
  json: boolean
  basic: boolean
  bytes: boolean
  file: boolean
  /** Bodies of more than one part. */
  mixed: boolean
}

export function needsOf({ token, call }: Pick<Program, 'token' | 'call'>): Needs {
  const requests = token === null ? [call] : [token, call]
  const parts = requests.flatMap(({ body }) => body ?? [])
  const pieces = requests.flatMap(variablesOf)
  return {
    form: pieces.some(({ as }) => as === 'form'),
    url: pieces.some(({ as }) => as === 'url'),
    json: pieces.some(({ as }) => as === 'json'),
    basic: pieces.some((piece) => 'basic' in piece),
    bytes: parts.some((part) => 'bytes' in part),
    file: parts.some((part) => 'file' in part),
    mixed: requests.some(({ body }) => (body?.length ?? 0) > 1),
  }
}

/** Every place of a variable in a request. */
export function variablesOf({ url, headers, body }: WrittenRequest): Exclude<Piece, string>[] {
  const texts = [url, ...headers.map(([, value]) => value), ...(body ?? []).filter(isText).map(({ text }) => text)]
  return texts.flatMap((pieces) => pieces.filter((piece) => typeof piece !== 'string'))
}
