/** Characters of line breaks and indentation, which hostile nesting would let grow with the square of the text. */
export const mostSpace = (source: string): number => 10_000 + 4 * source.length

/**
 * JSON with each member on its own line, in parts of about `size` characters, so that whoever shows a long one can do
 * something else in between. Every literal stays as it was sent. One pass, for what is known to be JSON.
 */
export function* indentedParts(source: string, size: number): Generator<string> {
  let part = ''
  let depth = 0
  let space = mostSpace(source)
  const newLine = (): string => {
    space -= 1 + 2 * depth
    return space < 0 ? '' : `\n${'  '.repeat(depth)}`
  }
  for (let at = nextToken(source, 0); at < source.length; at = nextToken(source, at)) {
    const from = at
    const character = source[at] ?? ''
    at++
    if (character === '"') {
      at = endOfString(source, at)
      part += source.slice(from, at)
    } else if (character === '{' || character === '[') {
      const next = nextToken(source, at)
      if (source[next] === '}' || source[next] === ']') {
        part += character + source[next]
        at = next + 1
      } else {
        depth++
        part += character + newLine()
      }
    } else if (character === '}' || character === ']') {
      depth = Math.max(0, depth - 1)
      part += newLine() + character
    } else if (character === ',') part += `,${newLine()}`
    else if (character === ':') part += ': '
    else {
      while (at < source.length && !' \t\r\n{}[],:"'.includes(source.charAt(at))) at++
      part += source.slice(from, at)
    }
    if (part.length >= size) {
      yield part
      part = ''
    }
  }
  yield part
}

function nextToken(source: string, from: number): number {
  let at = from
  while (at < source.length && ' \t\r\n'.includes(source.charAt(at))) at++
  return at
}

/** Behind the quotation mark that ends the string: one with an even number of backslashes before it. */
function endOfString(source: string, from: number): number {
  for (let end = source.indexOf('"', from); end >= 0; end = source.indexOf('"', end + 1)) {
    let backslashes = 0
    while (end - backslashes > from && source[end - backslashes - 1] === '\\') backslashes++
    if (backslashes % 2 === 0) return end + 1
  }
  return source.length
}
