import { mostSpace } from './indent-json.ts'

const token = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?)|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON text, indented: every literal stays as it was sent, digits, escapes and duplicates included, for nothing is parsed.
 * Only white space between tokens changes. Text that is not JSON is printed the same way, and never refused.
 * Arrays and objects that fit into `width` characters stay on one line. Linear: text so nested that it would be white space
 * for the most part goes on in one line.
 */
export function prettyJson(source: string, width: number): string {
  const tokens = source.match(token) ?? []
  const { widths, closings } = measure(tokens)
  const out: string[] = []
  let depth = 0
  let column = 0
  const put = (text: string) => {
    out.push(text)
    column += text.length
  }
  let space = mostSpace(source)
  const newLine = () => {
    space -= 1 + 2 * depth
    if (space < 0) return
    column = 0
    put(`\n${'  '.repeat(depth)}`)
  }
  for (let index = 0; index < tokens.length; index++) {
    const text = tokens[index] ?? ''
    const closing = closings[index]
    if (closing !== undefined && (closing === index + 1 || column + (widths[index] ?? 0) <= width)) {
      put(inline(tokens, index, closing))
      index = closing
    } else if (text === '{' || text === '[') {
      put(text)
      depth++
      newLine()
    } else if (text === '}' || text === ']') {
      depth = Math.max(0, depth - 1)
      newLine()
      put(text)
    } else {
      put(text === ':' ? ': ' : text)
      if (text === ',') newLine()
    }
  }
  return out.join('')
}

/** Of each opening bracket: where it closes, and how wide it is on one line. Both empty where brackets do not pair. */
function measure(tokens: readonly string[]): { widths: number[]; closings: number[] } {
  const widths: number[] = []
  const closings: number[] = []
  const open: { index: number; width: number }[] = []
  let width = 0
  for (const [index, text] of tokens.entries()) {
    width += text.length + (text === ',' || text === ':' ? 1 : 0)
    if (text === '{' || text === '[') open.push({ index, width: width - 1 })
    else if (text === '}' || text === ']') {
      const opening = open.pop()
      if (opening === undefined) continue
      widths[opening.index] = width - opening.width
      closings[opening.index] = index
    }
  }
  return { widths, closings }
}

function inline(tokens: readonly string[], from: number, to: number): string {
  let text = ''
  for (let index = from; index <= to; index++) {
    const part = tokens[index] ?? ''
    text += part === ',' || part === ':' ? `${part} ` : part
  }
  return text
}
