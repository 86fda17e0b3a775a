import { assertNever } from '../common/assert-never.ts'
import type { Assertion } from '../contract/assertion.ts'

/** A piece of a sentence; `code` is what goes over the wire or is typed, and is shown as such. */
interface Piece {
  text: string
  code: boolean
}

type Written = readonly (string | { code: string })[]
const code = (text: string) => ({ code: text })

/** What an assertion says, such as "/orders/0/shipped is true". */
function assertionPieces(assertion: Assertion): Piece[] {
  return pieces(written(assertion))
}

export const assertionText = (assertion: Assertion): string => textOf(assertionPieces(assertion))

function written(assertion: Assertion): Written {
  switch (assertion.kind) {
    case 'status':
      return [`Status is ${assertion.expected}`]
    case 'header':
      return ['Header ', code(assertion.name), ...tested(assertion)]
    case 'json':
      return [...placeOf(assertion.pointer), ...tested(assertion)]
    case 'schema':
      return [...placeOf(assertion.pointer), ' matches the schema']
    case 'claim':
      return ['Token claim ', code(claimOf(assertion.pointer)), ...tested(assertion)]
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

const pieces = (of: Written): Piece[] =>
  of.map((one) => (typeof one === 'string' ? { text: one, code: false } : { text: one.code, code: true }))

const textOf = (of: readonly Piece[]): string => of.map(({ text }) => text).join('')
