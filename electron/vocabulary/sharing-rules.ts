import type { TextRule } from './text-rule.ts'

/** An age recipient, X25519. @see https://age-encryption.org/v1 */
export const recipientRule: TextRule = {
  trim: true,
  what: 'A recipient',
  most: 100,
  pattern: /^age1[02-9ac-hj-np-z]{58}$/,
  unlike: 'A recipient begins with age1 and has 62 characters.',
}
