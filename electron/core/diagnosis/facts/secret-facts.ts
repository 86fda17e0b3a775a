/** What can be said of a secret without saying it. */
export interface SecretFacts {
  /** In UTF-16 units. */
  length: number
  /** Where it has white space; null where it has none. */
  whiteSpace: 'start' | 'end' | 'both' | 'inside' | null
  hasLineBreak: boolean
  /** True when form-encoding changes it, so that a Basic header depends on the encoding. @see RFC 6749 §2.3.1 */
  isChangedByFormEncoding: boolean
  /** True when form-decoding would change it, so that a server which decodes reads another one where it was sent raw. */
  isChangedByFormDecoding: boolean
  /** True when all of it is as percent-encoding writes it, with `%` and two hexadecimal digits somewhere. */
  looksPercentEncoded: boolean
  hasNonAscii: boolean
  isUuid: boolean
  looksLikeJwt: boolean
  looksLikePem: boolean
  /** True for a text in quotation marks. */
  isQuoted: boolean
  /** True for a text that is to be replaced by a secret, such as `<secret>`, `${SECRET}` or `changeme`. */
  isPlaceholder: boolean
  equalsClientId: boolean
  /** When it was set, in milliseconds since 1970; null where nothing says. */
  setAt: number | null
}
