import { pointerStep } from './json-pointer.ts'

export type TextRange = readonly [from: number, to: number]

/**
 * Where the value of a member is in a JSON text: by its JSON Pointer, or by its name, the first of that name. One pass;
 * null where there is none, or the text is no JSON.
 */
export function memberRange(json: string, wanted: string): TextRange | null {
  const isPointer = wanted.startsWith('/')
  const stack: { path: string; key: string; index: number; isArray: boolean }[] = []
  let found: { from: number; depth: number } | null = null
  let at = 0
  const placeNow = () => {
    const top = stack.at(-1)
    if (top === undefined) return { path: '', key: '' }
    const key = top.isArray ? String(top.index) : top.key
    return { path: `${top.path}/${pointerStep(key)}`, key }
  }
  const isWanted = () => {
    const { path, key } = placeNow()
    return isPointer ? path === wanted : stack.at(-1)?.isArray === false && key === wanted
  }
  while (at < json.length) {
    const character = json.charAt(at)
    const top = stack.at(-1)
    if (' \t\r\n:'.includes(character)) at++
    else if (character === ',') {
      if (top?.isArray === true) top.index++
      at++
    } else if (character === '}' || character === ']') {
      stack.pop()
      at++
      if (found !== null && stack.length === found.depth) return [found.from, at]
    } else if (character === '{' || character === '[') {
      if (found === null && stack.length > 0 && isWanted()) found = { from: at, depth: stack.length }
      stack.push({ path: placeNow().path, key: '', index: 0, isArray: character === '[' })
      at++
    } else {
      const end = endOfLiteral(json, at)
      const isName = top?.isArray === false && character === '"' && json[nextAt(json, end)] === ':'
      if (isName && top !== undefined) top.key = nameOf(json.slice(at, end))
      else if (found === null && isWanted()) return [at, end]
      at = end
    }
  }
  return null
}

function endOfLiteral(json: string, from: number): number {
  if (json[from] !== '"') {
    let end = from + 1
    while (end < json.length && !' \t\r\n{}[],:"'.includes(json.charAt(end))) end++
    return end
  }
  for (let end = from + 1; end < json.length; end++) {
    if (json[end] === '\\') end++
    else if (json[end] === '"') return end + 1
  }
  return json.length
}

function nameOf(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}

function nextAt(json: string, from: number): number {
  let at = from
  while (' \t\r\n'.includes(json.charAt(at)) && at < json.length) at++
  return at
}
