import { assertNever } from '../common/assert-never.ts'
import type { Assertion, AssertionResult } from '../contract/assertion.ts'

/** A piece of a sentence; `code` is what goes over the wire or is typed, and is shown as such. */
export interface Piece {
  text: string
  code: boolean
}

type Written = readonly (string | { code: string })[]
const code = (text: string) => ({ code: text })

/** What an assertion says, such as "/orders/0/shipped is true". */
export function assertionPieces(assertion: Assertion): Piece[] {
  return pieces(written(assertion))
}

export const assertionText = (assertion: Assertion): string => textOf(assertionPieces(assertion))

function written(assertion: Assertion): Written {
  const subject = subjectOf(assertion)
  switch (assertion.kind) {
    case 'status':
      return [...subject, ` is ${assertion.expected}`]
    case 'schema':
      return [...subject, ' matches the schema']
    case 'header':
    case 'json':
    case 'claim':
      return [...subject, ...tested(assertion)]
    default:
      return assertNever(assertion)
  }
}

const placeOf = (pointer: string): Written => (pointer === '' ? ['The body'] : [code(pointer)])

/** A claim at the top by its name: `/scope` is `scope`. */
function claimOf(pointer: string): string {
  const name = pointer.slice(1)
  return pointer === '' || name.includes('/') || name.includes('~') ? pointer : name
}

function tested({ test, value }: Extract<Assertion, { value: string }>): Written {
  switch (test) {
    case 'exists':
      return [' exists']
    case 'equals':
      return [' is ', code(value)]
    case 'contains':
      return [' has ', code(value)]
    default:
      return assertNever(test)
  }
}

type NotPassed = Exclude<AssertionResult, { state: 'passed' }>

/** Why an assertion failed or was not checked; `line` is that of the JSON as it is shown, where it is known. */
export function assertionReasonPieces(result: NotPassed, line: number | null): Piece[] {
  return pieces([...reason(result), ...(line === null ? [] : [`, line ${line}`])])
}

export const assertionReasonText = (result: NotPassed, line: number | null): string =>
  textOf(assertionReasonPieces(result, line))

function reason({ reason: why, actual, pointer, rule }: NotPassed): Written {
  const found: Written = actual === null ? [] : [code(actual)]
  switch (why) {
    case 'status_differs':
    case 'value_differs':
    case 'value_lacks':
      return actual === '' ? ['It is empty'] : ['It is ', ...found]
    case 'header_missing':
      return ['The answer has no such header']
    case 'place_missing':
      return ['It is not there']
    case 'place_twice':
      return ['A name on the way is there twice: ', ...found]
    case 'schema_violated':
      return [
        ...(pointer === null ? [] : [...placeOf(pointer), ' ']),
        'does not match ',
        code(rule ?? ''),
        ...(actual === null ? [] : ['. It is ', ...found]),
      ]
    case 'not_json':
      return ['The body is not JSON']
    case 'body_incomplete':
      return ['Not checked: the body is incomplete']
    case 'schema_invalid':
      return ['Not checked: the schema is not valid', ...(rule === null ? [] : [': ', code(rule)])]
    case 'schema_reference':
      return ['Not checked: the schema refers to ', code(rule ?? ''), ', which is not fetched']
    case 'too_slow':
      return ['Not checked: it took too much time or memory']
    case 'no_token':
      return ['Not checked: the call carried no token']
    case 'token_opaque':
      return ['Not checked: the claims of the token cannot be read']
    default:
      return assertNever(why)
  }
}

/** How assertions came out together: "1 of 5 failed", "5 passed", "2 of 5 not checked". */
export function assertionSummary(results: readonly AssertionResult[]): string {
  const failed = results.filter(({ state }) => state === 'failed').length
  const skipped = results.filter(({ state }) => state === 'not_checked').length
  if (failed > 0) return `${failed} of ${results.length} failed`
  if (skipped > 0) return `${skipped} of ${results.length} not checked`
  return results.length === 1 ? '1 passed' : `All ${results.length} passed`
}

/** The verdict on a call that was answered, though its assertions failed or were not checked: "but 1 of 5 assertions failed". */
export function assertionVerdict(results: readonly AssertionResult[]): string {
  const failed = results.filter(({ state }) => state === 'failed').length
  const all = results.length === 1 ? '1 assertion' : `${results.length} assertions`
  if (failed > 0) return `${failed} of ${all} failed`
  const unchecked = results.filter(({ state }) => state === 'not_checked').length
  return unchecked > 0 ? `${unchecked} of ${all} not checked` : `${all} passed`
}

/** In one sentence what failed: "/orders/0/shipped is false, expected true". */
export function failedAssertionText(assertion: Assertion, result: NotPassed): string {
  const { actual } = result
  const expected = expectedIn(assertion)
  if (actual === null || actual === '' || expected === null || result.reason === 'place_twice') {
    return `${assertionText(assertion)}. ${assertionReasonText(result, null)}`
  }
  return `${textOf(pieces(subjectOf(assertion)))} is ${actual}, expected ${expected}`
}

function expectedIn(assertion: Assertion): string | null {
  if (assertion.kind === 'status') return assertion.expected
  if (assertion.kind === 'schema' || assertion.test === 'exists') return null
  return assertion.test === 'contains' ? `it to have ${assertion.value}` : assertion.value
}

/** What an assertion is about. */
function subjectOf(assertion: Assertion): Written {
  switch (assertion.kind) {
    case 'status':
      return ['Status']
    case 'header':
      return ['Header ', code(assertion.name)]
    case 'json':
    case 'schema':
      return placeOf(assertion.pointer)
    case 'claim':
      return ['Token claim ', code(claimOf(assertion.pointer))]
    default:
      return assertNever(assertion)
  }
}

/** How long the answer took, which no assertion is about. */
export const notAsserted = (time: string): string => `${time}, not asserted`

const pieces = (of: Written): Piece[] =>
  of.map((one) => (typeof one === 'string' ? { text: one, code: false } : { text: one.code, code: true }))

const textOf = (of: readonly Piece[]): string => of.map(({ text }) => text).join('')
