/** More hidden characters in one line than this are no text. */
const mostHidden = 2000
const kinds = { hidden: /(?!\t)[\p{Cc}\p{Cf}]/gu, control: /(?!\t)\p{Cc}/gu }

/**
 * Whether a line has so many control and bidirectional characters that the editor, which makes elements of each, would take all
 * memory for it. Some languages need characters of the second kind; the first alone is no language.
 */
export function hasCrowdedLine(text: string, kind: keyof typeof kinds = 'hidden'): boolean {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    if (to - from > mostHidden && isCrowded(text.slice(from, to), kinds[kind])) return true
    from = to + 1
  }
  return false
}

function isCrowded(line: string, wanted: RegExp): boolean {
  let count = 0
  for (const _ of line.matchAll(wanted)) {
    count += 1
    if (count > mostHidden) return true
  }
  return false
}
