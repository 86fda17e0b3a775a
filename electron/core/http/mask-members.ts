import { mark } from './mask.ts'
import { type Masking, maskingOf } from './sensitive-names.ts'

/** A member's name and colon. Behind backslashes it stands in JSON that is itself a JSON string. */
const memberName = /(\\{0,7})"((?:[A-Za-z_-]|\\{1,3}u[0-9A-Fa-f]{4}){1,80})\1"\s*:\s*/g
const bareValue = /'[^']*'?|[^\s,}\]"'{[\\]+/y
const harmless = /^(?:true|false|null)$/

/**
 * Masks the values of sensitive JSON members. It looks for names, not for JSON, so it also works on what is cut off,
 * malformed, quoted inside a sentence or nested in a string.
 */
export function maskMembers(text: string): string {
  const inKey = text.includes('"kty"')
  let masked = ''
  let done = 0
  memberName.lastIndex = 0
  for (let found = memberName.exec(text); found !== null; found = memberName.exec(text)) {
    const [, escaping = '', name = ''] = found
    const masking = maskingOf(unescapeName(name), inKey)
    if (masking === null) continue
    const start = memberName.lastIndex
    const value = maskValue(text, start, `${escaping}"`, masking)
    if (value === null) continue
    masked += text.slice(done, start) + value.masked
    done = value.end
    memberName.lastIndex = done
  }
  return masked + text.slice(done)
}

/** The value at `start`, masked, and where it ends; null for one that hides nothing itself. */
function maskValue(
  text: string,
  start: number,
  quote: string,
  masking: Masking,
): { masked: string; end: number } | null {
  if (text.startsWith(quote, start)) {
    const inside = start + quote.length
    const end = endOfString(text, inside, quote.length - 1)
    const value = text.slice(inside, end)
    if (value === '') return null
    return { masked: quote + (value.includes('\\') ? mark : masking(value)), end }
  }
  bareValue.lastIndex = start
  const bare = bareValue.exec(text)?.[0]
  return bare === undefined || harmless.test(bare) ? null : { masked: quote + mark + quote, end: start + bare.length }
}

/**
 * Where the string ends: before the first quote that closes it, or at the end of the text. A string whose own quotes
 * carry `depth` backslashes writes a quote inside as `2 × depth + 1`, and a backslash as twice `depth + 1`.
 */
function endOfString(text: string, start: number, depth: number): number {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (at - backslashes > start && text[at - backslashes - 1] === '\\') backslashes += 1
    if (backslashes < depth) return at - backslashes
    if ((backslashes - depth) % (2 * (depth + 1)) === 0) return at - depth
  }
  return text.length
}

const unescapeName = (name: string) =>
  name.replaceAll(/\\{1,3}u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
