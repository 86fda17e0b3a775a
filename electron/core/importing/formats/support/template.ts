import type { ImportFact } from '../../../../contract/import-note.ts'

/** A text of another tool in our words: its variables are `{{name}}`, and what only the tool can work out is as it was. */
export interface Template {
  parts: readonly TemplatePart[]
  /** Of what is left as text. */
  facts: readonly ImportFact[]
}

export interface TemplatePart {
  kind: 'plain' | 'variable' | 'left'
  text: string
}

export const templateText = ({ parts }: Template): string => parts.map(({ text }) => text).join('')

/** The same with the plain parts changed, such as encoded for where they go. */
export const withPlain = ({ parts }: Template, change: (text: string) => string): string =>
  parts.map(({ kind, text }) => (kind === 'plain' ? change(text) : text)).join('')

/** A name that can be between braces; what else a name may hold is decided for all tools alike. */
export const bracedName = (name: string): string => name.replace(/[{}\r\n]/g, '_').slice(0, 200)

/** The expression of a note without the texts in it, which may be secret. */
export function shownExpression(text: string): string {
  const bare = text.slice(0, 300).replace(/'(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)/gs, "'…'")
  return bare.length > 120 || text.length > 300 ? `${bare.slice(0, 120)}…` : bare
}

/** Encodes what a query cannot hold of a name or value; what is encoded already stays. @see RFC 3986 §3.4 */
export const encodeForQuery = (text: string): string =>
  text.replace(/[^A-Za-z0-9\-_.!~*'(),:@/?%\uD800-\uDFFF]|%(?![0-9A-Fa-f]{2})/gu, encodeURIComponent)

/** Encodes what a single step of a path cannot hold. @see RFC 3986 §3.3 */
export const encodeForPath = (text: string): string =>
  text.replace(/[^A-Za-z0-9\-_.!~*'(),:@%\uD800-\uDFFF]|%(?![0-9A-Fa-f]{2})/gu, encodeURIComponent)

/** Encodes all that is not unreserved, `%` too. @see RFC 3986 §2.3 */
export const encodeAll = (text: string): string => text.replace(/[^A-Za-z0-9\-_.~\uD800-\uDFFF]/gu, encodeURIComponent)
