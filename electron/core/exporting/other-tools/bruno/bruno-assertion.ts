import type { Assertion } from '../../../../contract/assertion.ts'
import { nameOfStep } from '../../../../common/json-pointer.ts'
import type { BruLine } from './bru-text.ts'

/** A line of the block `assert`; null where Bruno has none that says the same. */
export function assertionLine(assertion: Assertion): BruLine | null {
  switch (assertion.kind) {
    case 'status':
      return /^\d{3}$/.test(assertion.expected) ? { name: 'res.status', value: `eq ${assertion.expected}` } : null
    case 'header':
      return line(`res.headers['${assertion.name.toLowerCase()}']`, assertion.test, assertion.value)
    case 'json': {
      const path = assertion.pointer === '' ? [] : assertion.pointer.slice(1).split('/').map(nameOfStep)
      if (path.some((step) => /[:'"\\\n]/.test(step))) return null
      return isPlain(assertion.value)
        ? line(`res.body${path.map(stepText).join('')}`, assertion.test, assertion.value)
        : null
    }
    default:
      return null
  }
}

const operators = { equals: 'eq', contains: 'contains', exists: 'isDefined' }

function line(name: string, test: 'equals' | 'contains' | 'exists', value: string): BruLine | null {
  if (/[\r\n:]/.test(name) || /[\r\n]|\{\{/.test(value) || value !== value.trim()) return null
  return { name, value: test === 'exists' ? operators.exists : `${operators[test]} ${value}` }
}

const stepText = (step: string): string =>
  /^\d+$/.test(step) ? `[${step}]` : /^[\w$]+$/.test(step) ? `.${step}` : `["${step}"]`

/** What Bruno compares as a text, number, true, false or null; an object is none of them. */
const isPlain = (value: string): boolean => !/^\s*[{[]/.test(value)
