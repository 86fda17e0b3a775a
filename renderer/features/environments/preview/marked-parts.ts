export interface Part {
  text: string
  isMarked: boolean
}

/** The text of a token request in parts: marked is what the field at `path` makes of it. Together they are the text. */
export function markedParts(text: string, path: string): Part[] {
  const pattern = patterns[path]
  const parts: Part[] = []
  let end = 0
  for (const match of pattern === undefined ? [] : text.matchAll(pattern)) {
    if (match[0] === '') continue
    parts.push({ text: text.slice(end, match.index), isMarked: false }, { text: match[0], isMarked: true })
    end = match.index + match[0].length
  }
  parts.push({ text: text.slice(end), isMarked: false })
  return parts.filter((part) => part.text !== '')
}

/** What a field makes of the request: a parameter of the form or JSON body, a header field, or the address. */
const patterns: Readonly<Record<string, RegExp>> = {
  token_endpoint: /^\S+ \S+(?= HTTP\/1\.1$)|^Host: .*$/gim,
  client_id: /^Authorization: Basic .*$|(?<=^|&)client_id=[^&\n]*|"client_id":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gim,
  client_secret:
    /^Authorization: Basic .*$|(?<=^|&)client_secret=[^&\n]*|"client_secret":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gim,
  scope: /(?<=^|&)scope=[^&\n]*|"scope":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gm,
  audience: /(?<=^|&)audience=[^&\n]*|"audience":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gm,
  resource: /(?<=^|&)resource=[^&\n]*|"resource":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gm,
}
