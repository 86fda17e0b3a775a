/** What JSON would have at a place, as `wording/json-expected.ts` says it. */
export interface JsonFaultAt {
  /** Counts UTF-16 units from the start of the text. */
  offset: number
  expected: 'value' | 'number' | 'name' | 'colon' | 'comma' | 'string_end' | 'character' | 'escape' | 'end'
}

/** Where a text stops being JSON; null when it is JSON. One pass without recursion, however deep it is. @see RFC 8259 */
export function jsonFaultAt(text: string): JsonFaultAt | null {
  /** The closing character of each object and array that is open. */
  const open: string[] = []
  let at = 0
  const skipSpace = () => {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  }
  for (;;) {
    // A value, or the end of an object or array that is empty.
    skipSpace()
    const first = text.charAt(at)
    const isEmpty = first === open.at(-1) && opens(text, at)
    if (first === '{' || first === '[') {
      at++
      open.push(first === '{' ? '}' : ']')
      skipSpace()
      if (first === '{' && text.charAt(at) !== '}') {
        const fault = name()
        if (fault !== null) return fault
      }
      continue
    }
    if (!isEmpty) {
      const end = valueEnd(text, at)
      if (typeof end !== 'number') return end
      at = end
    }
    // What comes after a value.
    for (;;) {
      skipSpace()
      const closing = open.at(-1)
      if (closing === undefined) return at === text.length ? null : { offset: at, expected: 'end' }
      if (text.charAt(at) === closing) {
        at++
        open.pop()
        continue
      }
      if (text.charAt(at) !== ',') return { offset: at, expected: 'comma' }
      at++
      if (closing === '}') {
        const fault = name()
        if (fault !== null) return fault
      } else {
        skipSpace()
        if (text.charAt(at) === ']') return { offset: at, expected: 'value' }
      }
      break
    }
  }

  /** Goes past a name and its colon. */
  function name(): JsonFaultAt | null {
    skipSpace()
    if (text.charAt(at) !== '"') return { offset: at, expected: 'name' }
    const end = stringEnd(text, at)
    if (typeof end !== 'number') return end
    at = end
    skipSpace()
    if (text.charAt(at) !== ':') return { offset: at, expected: 'colon' }
    at++
    skipSpace()
    // A closing brace is no value.
    return text.charAt(at) === '}' ? { offset: at, expected: 'value' } : null
  }
}

/** Whether the object or array that would close here was opened just before. */
function opens(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && ' \t\r\n'.includes(text.charAt(before))) before--
  return text.charAt(before) === '{' || text.charAt(before) === '['
}

const numberOrWord = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![^\s,\]}])/y

function valueEnd(text: string, at: number): number | JsonFaultAt {
  const first = text.charAt(at)
  if (first === '"') return stringEnd(text, at)
  numberOrWord.lastIndex = at
  const found = numberOrWord.exec(text)
  if (found !== null) return at + found[0].length
  return { offset: at, expected: /[-\d]/.test(first) ? 'number' : 'value' }
}

/** Behind the string that begins here. */
function stringEnd(text: string, from: number): number | JsonFaultAt {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') return at + 1
    if (character < ' ') return { offset: at, expected: 'character' }
    if (character === '\\') {
      const next = text.charAt(at + 1)
      const isEscape = next === 'u' ? /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) : '"\\/bfnrt'.includes(next)
      if (!isEscape || next === '') return { offset: at, expected: 'escape' }
      at++
    }
  }
  return { offset: text.length, expected: 'string_end' }
}
