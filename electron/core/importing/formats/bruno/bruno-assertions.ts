import { pointerStep } from '../../../../common/json-pointer.ts'
import type { Assertion } from '../../../../contract/assertion.ts'

/** Our assertion for `res.status` and `eq 200`; null where we have none that says the same. */
export function assertionOf(expression: string, text: string): Assertion | null {
  const { operator, operand } = operatorOf(text.trim())
  const test = tests.get(operator)
  const steps = stepsOf(expression.trim().replace(/^\$?res\b/, ''))
  if (test === undefined || steps === null || operand.includes('{{')) return null
  const [subject, ...path] = steps
  if (subject === 'status' && path.length === 0)
    return test === 'equals' && /^[1-5]\d\d$/.test(operand) ? { kind: 'status', expected: operand } : null
  const value = test === 'exists' ? '' : operand
  if (subject === 'headers' && path.length === 1)
    return { kind: 'header', name: path[0] ?? '', test, value: unquoted(value) }
  if (subject !== 'body') return null
  return { kind: 'json', pointer: path.map((step) => `/${pointerStep(step)}`).join(''), test, value: jsonOf(value) }
}

const tests = new Map<string, 'equals' | 'contains' | 'exists'>([
  ['eq', 'equals'],
  ['contains', 'contains'],
  ['isDefined', 'exists'],
])

/** What is asserted, without the value that it should have: that may be a secret. */
export const assertionName = (expression: string, text: string): string =>
  `${expression.trim()} ${operatorOf(text.trim()).operator}`

/** Operators of Bruno; what begins with none of them is equal to all of it. */
const operators =
  /^(eq|neq|gte?|lte?|in|notIn|contains|notContains|length|matches|notMatches|startsWith|endsWith|between|is(?:Empty|NotEmpty|Null|Undefined|Defined|Truthy|Falsy|Json|Number|String|Boolean|Array))(?:\s(.*))?$/s

function operatorOf(text: string): { operator: string; operand: string } {
  const match = operators.exec(text)
  return match === null
    ? { operator: 'eq', operand: text }
    : { operator: match[1] ?? '', operand: (match[2] ?? '').trim() }
}

/** `.body.items[0]["a b"]` as its steps; null where it is anything else, such as a call or a query. */
function stepsOf(expression: string): string[] | null {
  const steps: string[] = []
  const step = /\.([\w$-]+)|\[(\d+)\]|\[(?:"([^"\\]*)"|'([^'\\]*)')\]/y
  while (step.lastIndex < expression.length) {
    const match = step.exec(expression)
    if (match === null) return null
    steps.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
  }
  return steps
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text

/** In quotes it is a text, though it be a number's. */
function jsonOf(text: string): string {
  const inner = unquoted(text)
  return inner === text ? text : JSON.stringify(inner)
}
