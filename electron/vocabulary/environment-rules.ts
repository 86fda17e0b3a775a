import type { TextRule } from './text-rule.ts'

export const nameRule: TextRule = { trim: true, what: 'A name', most: 200, needed: 'Give the environment a name.' }
export const folderRule: TextRule = { trim: true, what: 'A folder', most: 80 }
export const clientIdRule: TextRule = { trim: false, what: 'A client ID', most: 1024 }
export const audienceRule: TextRule = { trim: true, what: 'An audience', most: 2048 }
export const keyIdRule: TextRule = { trim: false, what: 'A key ID', most: 1024 }
export const notesRule: TextRule = { trim: false, what: 'Notes', most: 20_000 }
export const proxyUserRule: TextRule = { trim: false, what: 'A user name', most: 1024 }
/** Hosts that are reached without the explicit proxy, separated by commas or spaces: `localhost, .corp.example, 10.0.0.0/8, [::1]:8443`. */
export const proxyBypassRule: TextRule = { trim: true, what: 'The list', most: 4096 }

/** Scope tokens with one space between them, once `foldScope` has put them so. @see RFC 6749 §3.3 */
export const scopeRule = {
  trim: false,
  what: 'Scopes',
  most: 4096,
  pattern: /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/,
  unlike: 'A scope may hold visible ASCII characters except " and \\.',
} as const satisfies TextRule

/** Runs of white space become one space. */
export const foldScope = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ')

/** One resource indicator: an absolute URI without fragment. @see RFC 8707 §2 */
export const resourceRule: TextRule = {
  trim: false,
  what: 'A resource',
  most: 2048,
  pattern: /^[a-z][a-z0-9+.-]*:[^\s#]+$/i,
  unlike: 'A resource is an absolute URI without fragment, such as https://api.example.',
}

export const parameterNameRule: TextRule = {
  trim: true,
  what: 'A name',
  most: 200,
  needed: 'Give the parameter a name.',
}
export const parameterValueRule: TextRule = { trim: false, what: 'A value', most: 10_000 }

const framing = /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*)$/i

/** @see RFC 9110 §5.1 */
export const headerNameRule: TextRule = {
  trim: true,
  what: 'A name',
  most: 200,
  needed: 'Give the header a name.',
  pattern: /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/,
  unlike: "A header name may hold letters, digits and !#$%&'*+-.^_`|~ only.",
  further: (name) => (framing.test(name) ? 'This header is set by the connection itself.' : null),
}

/** @see RFC 9110 §5.5 */
export const headerValueRule: TextRule = {
  trim: true,
  what: 'A header value',
  most: 8000,
  pattern: /^[\t\x20-\x7E\x80-\xFF]*$/,
  unlike: 'A header value is one line of Latin-1 characters.',
}
