import { z } from 'zod'
import { type TextRule, tooLong } from '../vocabulary/text-rule.ts'

/** The schema of a text by its rule. */
export function text(rule: TextRule) {
  const { trim, needed, most, pattern, unlike, further } = rule
  let schema = trim ? z.string().trim() : z.string()
  if (needed !== undefined) schema = schema.min(1, needed)
  schema = schema.max(most, { error: () => tooLong(rule) })
  if (pattern !== undefined) schema = schema.regex(pattern, unlike)
  return further === undefined
    ? schema
    : schema.superRefine((value, context) => {
        const problem = further(value)
        if (problem !== null) context.addIssue({ code: 'custom', message: problem })
      })
}
