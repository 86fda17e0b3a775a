/** The value of JSON in which comments and commas before an end are allowed, as VS Code has it; undefined for what is none. */
export function jsonWithComments(text: string): unknown {
  try {
    return JSON.parse(withoutComments(text))
  } catch {
    return undefined
  }
}

function withoutComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*|,(?=\s{0,200}[}\]])|[^"/,]+|[\s\S]/gy
  let plain = ''
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match
    if (found === '/*') {
      const end = text.indexOf('*/', token.lastIndex)
      token.lastIndex = end < 0 ? text.length : end + 2
    } else if (!found.startsWith('//') && !(found === ',' && isLast(text, token.lastIndex))) plain += found
  }
  return plain
}

function isLast(text: string, from: number): boolean {
  const rest = /\s{0,200}[}\]]/y
  rest.lastIndex = from
  return rest.test(text)
}
