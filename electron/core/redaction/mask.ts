/** Hides what must not be shown in a text. */
export type Mask = (text: string) => string

/** Stands for something secret. */
export const mark = '••••••••'

/** Enough of a token to recognize it by, never enough to use it; a short one is hidden whole. */
export function maskToken(token: string): string {
  return token.length < 32 ? mark : `${token.slice(0, 6)}… (${token.length} characters)`
}

const run = /[A-Za-z0-9_.-]*/y

/**
 * Masks whatever looks like a JWT: three or more base64url segments, the first beginning `eyJ` (`{"` in base64url); or
 * the beginning of one, where the text was cut off.
 * Every run of characters is looked at once, so that hostile text of any length takes linear time.
 * @see RFC 7515 §7.1
 */
export function maskJwts(text: string): string {
  let masked = ''
  let done = 0
  for (let start = text.indexOf('eyJ'); start !== -1; start = text.indexOf('eyJ', Math.max(done, start))) {
    run.lastIndex = start
    const found = run.exec(text)?.[0] ?? ''
    const [header = '', payload, signature] = found.split('.', 3)
    const isWhole = payload !== undefined && signature !== undefined
    const isCut = start + found.length === text.length && found.length >= 64
    const isJwt = header.length >= 8 && (isWhole || isCut)
    masked += text.slice(done, start) + (isJwt ? maskToken(found) : found)
    done = start + found.length
    start = done
  }
  return masked + text.slice(done)
}
