/**
 * Whether base64url begins so that a JSON object may stand in it: a brace, then a quotation mark, white space or the
 * closing brace. Every token with a JOSE header does.
 */
export function beginsLikeJson(text: string): boolean {
  return /^e(?:y[A-DI-L]|w[k-r0-3]|30)/.test(text)
}
