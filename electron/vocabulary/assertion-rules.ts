import type { TextRule } from './text-rule.ts'

export const assertionTests = ['exists', 'equals', 'contains'] as const

/** One status, or all of a class. @see RFC 9110 §15 */
export const assertedStatusRule: TextRule = {
  trim: true,
  what: 'A status',
  most: 3,
  pattern: /^[1-5](?:\d\d|xx)$/,
  unlike: 'A status is a number from 100 to 599, or a class such as 2xx.',
}

/** @see RFC 6901 §3 */
export const jsonPointerRule: TextRule = {
  trim: false,
  what: 'A JSON pointer',
  most: 1000,
  pattern: /^(?:\/(?:[^~]|~[01])*)?$/,
  unlike: 'A JSON pointer is empty or begins with "/", such as /orders/0/id; "~" is written ~0, "/" within a name ~1.',
}
export const assertedValueRule: TextRule = { trim: false, what: 'A value', most: 10_000 }
export const schemaRule: TextRule = { trim: false, what: 'A schema', most: 100_000, needed: 'Enter a JSON Schema.' }
