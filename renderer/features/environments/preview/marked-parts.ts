export interface Part {
  text: string
  isMarked: boolean
}

/** The text of a token request in parts: marked is what the field at `path` makes of it. Together they are the text. */
export function markedParts(text: string, path: string): Part[] {
  const pattern = patternOf(path)
  const parts: Part[] = []
  let end = 0
  for (const match of pattern === null ? [] : text.matchAll(pattern)) {
    if (match[0] === '') continue
    parts.push({ text: text.slice(end, match.index), isMarked: false }, { text: match[0], isMarked: true })
    end = match.index + match[0].length
  }
  parts.push({ text: text.slice(end), isMarked: false })
  return parts.filter((part) => part.text !== '')
}

const parameters: ReadonlySet<string> = new Set(['scope', 'audience', 'resource'])

/** What a field makes of the request: a parameter of the form or JSON body, a header field, or the address. */
function patternOf(path: string): RegExp | null {
  if (path === 'token_endpoint') return /^\S+ \S+(?= HTTP\/1\.1$)|^Host: .*$/gim
  if (path === 'client_id' || path === 'client_secret') {
    return new RegExp(`^Authorization: Basic .*$|${parameter(path)}`, 'gim')
  }
  return parameters.has(path) ? new RegExp(parameter(path), 'gm') : null
}

const parameter = (name: string): string => `(?<=^|&)${name}=[^&\\n]*|"${name}":(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`
