import { assertNever } from '../../common/assert-never.ts'
import { contentTypeIn } from '../../common/content-type.ts'
import { scopesOf } from '../../common/scope.ts'
import type { Assertion, AssertionReason, AssertionResult } from '../../contract/assertion.ts'
import type { Headers } from '../../contract/exchange.ts'
import { type Exact, exactOf, hasJson, isSameJson, isText } from './exact-json.ts'
import { codingOf, decoderOf } from '../redaction/text-of-body.ts'
import { JsonPlaces } from './json-places.ts'

/** What assertions are about. It is copied to a thread, so it is plain data. */
export interface Answer {
  status: number
  headers: Headers
  body: Uint8Array
  /** False where the body broke off or was cut. */
  isWhole: boolean
  /** The claims of the token that went along, as JSON; null where they cannot be read, or none went along. */
  claims: string | null
  hasToken: boolean
}

/** What became of a check by a schema. `pointer` is within what was checked; `rule` is what was violated, or cannot be used. */
export type SchemaVerdict =
  | { kind: 'valid' }
  | { kind: 'violated'; pointer: string; rule: string }
  | { kind: 'unusable'; reason: 'schema_invalid' | 'schema_reference'; rule: string | null }

/** Characters of `actual`; what is shown is masked and then shortened. */
const mostActual = 10_000

/** Checks assertions one by one; JSON texts are read when the first of them needs them, and once. */
export class Evaluation {
  readonly #answer: Answer
  #body: JsonPlaces | null | undefined
  #claims: JsonPlaces | null | undefined

  constructor(answer: Answer) {
    this.#answer = answer
  }

  check(assertion: Assertion, validate: (schema: string, json: string) => SchemaVerdict): AssertionResult {
    switch (assertion.kind) {
      case 'status':
        return this.#status(assertion.expected)
      case 'header':
        return this.#header(assertion)
      case 'json': {
        const body = this.body()
        return body instanceof JsonPlaces ? compared(body, assertion) : body
      }
      case 'claim':
        return this.#claim(assertion)
      case 'schema': {
        const body = this.body()
        return body instanceof JsonPlaces ? matched(body, assertion, validate) : body
      }
      default:
        return assertNever(assertion)
    }
  }

  #status(expected: string): AssertionResult {
    const status = String(this.#answer.status)
    const isSame = expected.endsWith('xx') ? status.startsWith(expected.slice(0, 1)) : status === expected
    return isSame ? passed : failed('status_differs', status)
  }

  #header({ name, test, value }: Extract<Assertion, { kind: 'header' }>): AssertionResult {
    const wanted = name.toLowerCase()
    const values = this.#answer.headers
      .filter(([field]) => field.toLowerCase() === wanted)
      .map(([, text]) => text.trim())
    if (values.length === 0) return failed('header_missing', null)
    const isMet = (text: string) =>
      test === 'exists' || (test === 'equals' ? text === value.trim() : text.includes(value))
    if (values.some(isMet)) return passed
    return failed(test === 'equals' ? 'value_differs' : 'value_lacks', values.join(', '))
  }

  #claim(assertion: Extract<Assertion, { kind: 'claim' }>): AssertionResult {
    const { claims, hasToken } = this.#answer
    if (!hasToken) return notChecked('no_token')
    if (claims === null) return notChecked('token_opaque')
    this.#claims ??= placesOf(claims)
    return this.#claims === null ? notChecked('token_opaque') : compared(this.#claims, assertion)
  }

  /** The JSON of the body, or why there is none. */
  body(): JsonPlaces | AssertionResult {
    const { isWhole } = this.#answer
    if (!isWhole) return notChecked('body_incomplete')
    if (this.#body === undefined) {
      const text = textOf(this.#answer)
      this.#body = text === null ? null : placesOf(text)
    }
    return this.#body ?? failed('not_json', null)
  }
}

const passed: AssertionResult = { state: 'passed' }

const failed = (reason: AssertionReason, actual: string | null, pointer: string | null = null): AssertionResult => ({
  state: 'failed',
  reason,
  actual: actual === null ? null : actual.slice(0, mostActual),
  pointer,
  rule: null,
})

export const notChecked = (reason: AssertionReason, rule: string | null = null): AssertionResult => ({
  state: 'not_checked',
  reason,
  actual: null,
  pointer: null,
  rule,
})

/** Null where the body is no text. */
function textOf({ body, headers }: Answer): string | null {
  const contentType = contentTypeIn(headers)
  const coding = codingOf(body, contentType, false)
  return coding === null
    ? null
    : decoderOf(coding)
        .decode(body)
        .replace(/^\uFEFF/, '')
}

function placesOf(json: string): JsonPlaces | null {
  try {
    return new JsonPlaces(json)
  } catch {
    return null
  }
}

/** Scopes in one text, of which a part of one is not one. @see RFC 9068 §2.2.3 */
const scopeClaims = /^\/(?:scope|scopes|scp)$/

function compared(places: JsonPlaces, assertion: Extract<Assertion, { kind: 'json' | 'claim' }>): AssertionResult {
  const { kind, pointer, test, value } = assertion
  // A claim is in no place of the answer.
  const place = kind === 'json' ? pointer : null
  const found = places.at(pointer)
  if (found.kind === 'missing') return failed('place_missing', null)
  if (found.kind === 'twice') return test === 'exists' ? passed : failed('place_twice', found.name, place)
  if (test === 'exists') return passed
  const actual = exactOf(found.source)
  const wanted = wantedOf(value)
  if (test === 'equals') return isSameJson(actual, wanted) ? passed : failed('value_differs', found.source, place)
  const isScope = kind === 'claim' && scopeClaims.test(pointer) && isText(actual)
  const has = isScope ? scopesOf(actual.slice(1)).includes(plainOf(value, wanted)) : hasValue(actual, value, wanted)
  return has ? passed : failed('value_lacks', found.source, place)
}

/** What is expected is JSON, or else a text. */
function wantedOf(value: string): Exact {
  try {
    return exactOf(value)
  } catch {
    return `s${value}`
  }
}

const plainOf = (value: string, wanted: Exact): string => (isText(wanted) ? wanted.slice(1) : value)

/** A text has what was typed, also where that is a number. */
const hasValue = (actual: Exact, value: string, wanted: Exact): boolean =>
  isText(actual) ? actual.slice(1).includes(plainOf(value, wanted)) : hasJson(actual, wanted)

function matched(
  places: JsonPlaces,
  { pointer, schema }: Extract<Assertion, { kind: 'schema' }>,
  validate: (schema: string, json: string) => SchemaVerdict,
): AssertionResult {
  const found = places.at(pointer)
  if (found.kind === 'missing') return failed('place_missing', null)
  if (found.kind === 'twice') return failed('place_twice', found.name, pointer)
  const verdict = validate(schema, found.source)
  if (verdict.kind === 'valid') return passed
  if (verdict.kind === 'unusable') return notChecked(verdict.reason, verdict.rule)
  const place = `${pointer}${verdict.pointer}`
  const there = places.at(place)
  const actual = there.kind === 'found' ? there.source.slice(0, mostActual) : null
  return { state: 'failed', reason: 'schema_violated', actual, pointer: place, rule: verdict.rule }
}
