/** The value of JSON in which comments and commas before an end are allowed, as VS Code has it; undefined for what is none. */
export function jsonWithComments(text: string): unknown {
  try {
    return JSON.parse(withoutComments(text))
  } catch {
    return undefined
  }
}

function withoutComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*|[^"/,]+|[\s\S]/gy
  let plain = ''
  // A comma is written once what follows it is no end.
  let comma = ''
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match
    if (found === '/*') {
      const end = text.indexOf('*/', token.lastIndex)
      token.lastIndex = end < 0 ? text.length : end + 2
    } else if (found === ',') {
      plain += comma
      comma = found
    } else if (!found.startsWith('//')) {
      const next = found.trimStart().charAt(0)
      if (next !== '') {
        plain += next === '}' || next === ']' ? '' : comma
        comma = ''
      }
      plain += found
    }
  }
  return plain + comma
}
