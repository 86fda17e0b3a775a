import { headerNameRule, headerValueRule } from './environment-rules.ts'
import type { TextRule } from './text-rule.ts'
import { httpUrlRule } from './url-rules.ts'
import { hasVariables } from './variables.ts'

export const mostQueryParameters = 200
export const mostApiHeaders = 200
export const mostFormFields = 200
export const mostAssertions = 100

/** Said of a list that is too long. */
export const listRules = {
  query: `A call has at most ${mostQueryParameters} query parameters.`,
  headers: `A call has at most ${mostApiHeaders} headers.`,
  fields: `A form has at most ${mostFormFields} fields.`,
  assertions: `A call has at most ${mostAssertions} assertions.`,
}

/** A URL of a call. With a variable in it, what it is shows when the variable is resolved. */
export const apiUrlRule: TextRule = {
  trim: true,
  what: 'A URL',
  most: 8192,
  further: (text) => (hasVariables(text) ? null : (httpUrlRule.further?.(text) ?? null)),
}

export const queryNameRule: TextRule = { trim: false, what: 'A name', most: 1000 }
export const queryValueRule: TextRule = { trim: false, what: 'A value', most: 10_000 }

export const apiHeaderNameRule: TextRule = headerNameRule
/** A variable in it may stand for anything until it is resolved. */
export const apiHeaderValueRule: TextRule = {
  trim: true,
  what: 'A header value',
  most: 8000,
  further: (text) =>
    hasVariables(text) || (headerValueRule.pattern?.test(text) ?? true) ? null : (headerValueRule.unlike ?? null),
}

export const formNameRule: TextRule = { trim: false, what: 'A name', most: 1000 }
export const formValueRule: TextRule = { trim: false, what: 'A value', most: 1_000_000 }

export const bodyRule: TextRule = { trim: false, what: 'A body', most: 1_000_000 }
export const contentTypeRule: TextRule = {
  trim: true,
  what: 'A content type',
  most: 200,
  pattern: /^[\x20-\x7E]*$/,
  unlike: 'A content type is plain ASCII text.',
}

export const filePathRule: TextRule = { trim: false, what: 'A path', most: 4096 }
export const fileNameRule: TextRule = { trim: false, what: 'A file name', most: 255 }

export const callNameRule: TextRule = { trim: true, what: 'A name', most: 200 }
/** Folders within folders are written with a slash: `Orders/Archive`. */
export const callFolderRule: TextRule = { trim: true, what: 'A folder', most: 200 }
