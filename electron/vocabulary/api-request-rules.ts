import type { TextRule } from './text-rule.ts'

export const bodyRule: TextRule = { trim: false, what: 'A body', most: 1_000_000 }
export const contentTypeRule: TextRule = {
  trim: true,
  what: 'A content type',
  most: 200,
  pattern: /^[\x20-\x7E]*$/,
  unlike: 'A content type is plain ASCII text.',
}
