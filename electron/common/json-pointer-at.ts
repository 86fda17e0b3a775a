import { pointerStep } from './json-pointer.ts'

interface Frame {
  isArray: boolean
  /** The name or index of the member that is being read. */
  step: string
  index: number
}

/**
 * The JSON Pointer of the value at a place of a JSON text: of the innermost member or item whose name, value or separator is
 * there. Empty at the top. One pass up to the place. @see RFC 6901
 */
export function jsonPointerAt(json: string, offset: number): string {
  const stack: Frame[] = []
  let at = 0
  while (at < json.length && at <= offset) {
    const character = json.charAt(at)
    const top = stack.at(-1)
    if (character === '{' || character === '[') {
      stack.push({ isArray: character === '[', step: character === '[' ? '0' : '', index: 0 })
      at++
    } else if (character === '}' || character === ']') {
      // At the closing mark it is still the value that is closed.
      if (at === offset) return pointerOf(stack.slice(0, -1))
      stack.pop()
      at++
    } else if (character === ',') {
      if (at === offset) break
      if (top?.isArray === true) top.step = String(++top.index)
      else if (top !== undefined) top.step = ''
      at++
    } else if (character === '"') {
      const end = endOfString(json, at)
      if (top?.isArray === false && isName(json, end)) top.step = nameOf(json.slice(at, end))
      at = end
    } else at++
  }
  return pointerOf(stack)
}

const pointerOf = (stack: readonly Frame[]): string => {
  // In an object before its first name: the object itself.
  const steps = stack.filter(({ isArray, step }, index) => isArray || step !== '' || index < stack.length - 1)
  return steps.map(({ step }) => `/${pointerStep(step)}`).join('')
}

function endOfString(json: string, from: number): number {
  for (let end = from + 1; end < json.length; end++) {
    if (json[end] === '\\') end++
    else if (json[end] === '"') return end + 1
  }
  return json.length
}

function isName(json: string, from: number): boolean {
  let at = from
  while (' \t\r\n'.includes(json.charAt(at)) && at < json.length) at++
  return json[at] === ':'
}

function nameOf(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}
