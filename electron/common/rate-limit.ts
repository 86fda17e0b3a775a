import type { Headers } from '../contract/exchange.ts'

/** What an answer says about how often one may ask. Times are milliseconds since 1970 by this computer's clock. */
export interface RateLimit {
  /** Requests in a window, and how many of them are left; null where it is not said. */
  limit: number | null
  remaining: number | null
  /** When the window ends. */
  resetAt: number | null
  /** Before which the server does not want to be asked again. @see RFC 9110 §10.2.3 */
  retryAt: number | null
}

/** No honest field is longer. */
const longestValue = 2000

/**
 * Reads `RateLimit` and `RateLimit-Policy` as the IETF draft writes them now or wrote them before, the older
 * `RateLimit-Limit`, `-Remaining`, `-Reset`, the same with `X-RateLimit-` and `X-Rate-Limit-`, and `Retry-After`.
 * Null when the answer says nothing. `receivedAt` is when it came; the server's times count from its own `Date`.
 * @see draft-ietf-httpapi-ratelimit-headers-10
 */
export function rateLimitOf(headers: Headers, receivedAt: number): RateLimit | null {
  const fields = fieldsOf(headers)
  const at = clockOf(fields, receivedAt)
  const counted = structured(fields, at) ?? plain(fields, at)
  const retryAt = retryAfterOf(headers, receivedAt)?.at ?? null
  return counted === null && retryAt === null
    ? null
    : { limit: null, remaining: null, resetAt: null, ...counted, retryAt }
}

/** Fields in which servers say when to ask again, by the length of a plain number in them, in milliseconds. */
const retryFields: readonly (readonly [name: string, unit: number])[] = [
  ['Retry-After', 1000],
  // better-auth sends this one only.
  ['X-Retry-After', 1000],
  ['Retry-After-Ms', 1],
  ['X-Ms-Retry-After-Ms', 1],
]

/**
 * The field that asks to wait, as it came, and the moment it means: null where that cannot be read. The first field that
 * can be read counts, else the first there is; null when there is none. The only reader of these fields.
 * @see RFC 9110 §10.2.3
 */
export function retryAfterOf(
  headers: Headers,
  receivedAt: number,
): { name: string; value: string; at: number | null } | null {
  const fields = fieldsOf(headers)
  const clock = clockOf(fields, receivedAt)
  const found = retryFields.flatMap(([name, unit]) => {
    const value = fields.get(name.toLowerCase())
    return value === undefined
      ? []
      : [{ name, value, at: unit === 1 ? millisecondsFrom(value, receivedAt) : clock(value) }]
  })
  return found.find(({ at }) => at !== null) ?? found[0] ?? null
}

const millisecondsFrom = (text: string, receivedAt: number) =>
  /^\s*\d{1,12}(?:\.\d+)?\s*$/.test(text) ? receivedAt + Number.parseFloat(text) : null

function fieldsOf(headers: Headers): Fields {
  const fields = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (value.length <= longestValue) fields.set(key, fields.has(key) ? `${fields.get(key)}, ${value}` : value)
  }
  return fields
}

/** Reads moments; those that the server gives by its own clock count from its `Date`. */
function clockOf(fields: Fields, receivedAt: number): At {
  const serverTime = Date.parse(fields.get('date') ?? '')
  return (text) => momentOf(text, Number.isNaN(serverTime) ? receivedAt : serverTime, receivedAt)
}

type Fields = ReadonlyMap<string, string>
type Counted = Omit<RateLimit, 'retryAt'>
type At = (text: string | undefined) => number | null

/** `"default";r=50;t=30` with `"default";q=100;w=60`, or as drafts up to 07 had it: `limit=100, remaining=50, reset=5`. */
function structured(fields: Fields, at: At): Counted | null {
  const items = itemsOf(fields.get('ratelimit') ?? '')
  const flat = new Map(items.flatMap(({ name, parameters: [[, value] = ['', '']] }) => [[name, value]]))
  if (flat.has('remaining')) return counted(flat.get('limit'), flat.get('remaining'), at(flat.get('reset')))
  // Of several quotas the one counts that is used up first.
  const left = (item: Item) => numberOf(valueOf(item, 'r')) ?? Number.POSITIVE_INFINITY
  const least = Math.min(...items.map(left))
  const tightest = items.find((item) => Number.isFinite(least) && left(item) === least)
  if (tightest === undefined) return null
  const policy = itemsOf(fields.get('ratelimit-policy') ?? '').find(({ name }) => name === tightest.name)
  return counted(policy && valueOf(policy, 'q'), valueOf(tightest, 'r'), at(valueOf(tightest, 't')))
}

function plain(fields: Fields, at: At): Counted | null {
  for (const prefix of ['ratelimit-', 'x-ratelimit-', 'x-rate-limit-']) {
    const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => fields.get(prefix + name))
    const found = counted(limit, remaining, at(reset))
    if (found !== null) return found
  }
  return null
}

function counted(limit: string | undefined, remaining: string | undefined, resetAt: number | null): Counted | null {
  const read = { limit: numberOf(limit), remaining: numberOf(remaining), resetAt }
  return read.limit === null && read.remaining === null && resetAt === null ? null : read
}

/** The first number: `100, 100;w=60` says its policy behind it. */
function numberOf(text: string | undefined): number | null {
  const digits = /^\s*(\d{1,15})(?:\.\d+)?\s*(?:[,;]|$)/.exec(text ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Seconds from now, seconds or milliseconds since 1970 (no window lasts 30 years), or a date. */
function momentOf(text: string | undefined, serverTime: number, receivedAt: number): number | null {
  const number = /^\s*\d{1,15}(?:\.\d+)?\s*(?:[,;]|$)/.test(text ?? '') ? Number.parseFloat(text ?? '') : Number.NaN
  if (number < 1e9) return receivedAt + number * 1000
  const moment = Number.isNaN(number) ? dateOf(text ?? '') : number < 1e11 ? number * 1000 : number
  return Number.isNaN(moment) ? null : receivedAt + moment - serverTime
}

/** A date has a month's name or hyphens; Date.parse takes much more for one. @see RFC 9110 §5.6.7 */
const dateOf = (text: string) =>
  /^\s*(?:[A-Z][a-z]{2,8}, |\d{4}-\d\d-\d\d)/.test(text) ? Date.parse(text) : Number.NaN

interface Item {
  name: string
  /** Of a dictionary's member the value comes first, without a name. */
  parameters: readonly [string, string][]
}

const valueOf = ({ parameters }: Item, wanted: string) => parameters.find(([name]) => name === wanted)?.[1]

/** Members of a list or dictionary with their parameters; what is not well-formed is read as far as it goes. @see RFC 9651 §3 */
function itemsOf(field: string): Item[] {
  return partsOf(field, ',').map((member) => {
    const [first = '', ...rest] = partsOf(member, ';')
    const [name, value] = pairOf(first)
    return { name, parameters: [...(value === '' ? [] : [pairOf(`=${value}`)]), ...rest.map(pairOf)] }
  })
}

/** The parts between separators that are outside of quotes. */
function partsOf(text: string, separator: ',' | ';'): string[] {
  const parts = ['']
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (character === separator && !quoted) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function pairOf(text: string): [string, string] {
  const equals = text.startsWith('"') ? -1 : text.indexOf('=')
  return equals === -1 ? [text, ''] : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()]
}
