/** A value that a script writes out; null for anything that it would have to run for. Variables of the tool are `{{name}}`. */
export type Literal = string | null | readonly Literal[] | ReadonlyMap<string, Literal>

interface Read<Value = Literal> {
  value: Value
  end: number
}

/** Literals within literals, and characters of one. */
const deepest = 10
const longest = 10_000

const blank = /(?:\s|\/\/[^\n]{0,2000}|\/\*[^*]{0,2000}\*\/){0,200}/y
const word = /(?:await\s{1,9})?([A-Za-z_$][\w$.]{0,200})/y
/** A name, or a variable of Postman. */
const inTemplate =
  /\$\{\s{0,20}(?:pm\.[A-Za-z]{1,40}\.get\(\s{0,20}["']([^"'\n]{1,200})["']\s{0,20}\)|([A-Za-z_$][\w$]{0,99}))\s{0,20}\}/y
const getter = /^pm\.[A-Za-z]{1,40}\.get$/

/** Reads the literal that begins here, of strings, lists, objects, `+`, and variables of Postman. Nothing is run. */
export function literalAt(text: string, from: number, names: ReadonlyMap<string, string>, depth = 0): Read {
  let { value, end } = operand(text, skipped(text, from), names, depth)
  for (let at = skipped(text, end); text[at] === '+'; at = skipped(text, end)) {
    const next = operand(text, skipped(text, at + 1), names, depth)
    value =
      typeof value === 'string' && typeof next.value === 'string' && value.length < longest ? value + next.value : null
    end = next.end
  }
  const at = skipped(text, end)
  if (at >= text.length || ',}]);\n'.includes(text[at] ?? '') || text.slice(end, at).includes('\n'))
    return { value, end }
  return { value: null, end: expressionEnd(text, at) }
}

function operand(text: string, at: number, names: ReadonlyMap<string, string>, depth: number): Read {
  const first = text[at] ?? ''
  if (depth > deepest || first === '') return { value: null, end: text.length }
  if (first === '{') return objectAt(text, at, names, depth)
  if (first === '[') return listAt(text, at, names, depth)
  if (first === '"' || first === "'" || first === '`') return stringAt(text, at, names)
  word.lastIndex = at
  const [whole = '', name = ''] = word.exec(text) ?? []
  if (whole === '') return { value: null, end: expressionEnd(text, at) }
  const end = at + whole.length
  if (text[end] !== '(') return { value: names.get(name) ?? null, end }
  const argument = literalAt(text, end + 1, names, depth + 1)
  const close = skipped(text, argument.end)
  if (text[close] !== ')' || typeof argument.value !== 'string') return { value: null, end: expressionEnd(text, at) }
  return { value: called(name, argument.value), end: close + 1 }
}

/** What these functions give, as far as it is known. */
function called(name: string, argument: string): string | null {
  if (getter.test(name)) return `{{${argument}}}`
  // Credentials with variables are written without their encoding.
  if (name === 'btoa') return argument.includes('{{') ? argument : Buffer.from(argument).toString('base64')
  return name === 'encodeURIComponent' ? argument : null
}

function objectAt(text: string, from: number, names: ReadonlyMap<string, string>, depth: number): Read {
  const members = new Map<string, Literal>()
  let at = skipped(text, from + 1)
  while (at < text.length && text[at] !== '}') {
    const quoted = text[at] === '"' || text[at] === "'" ? stringAt(text, at, names) : null
    word.lastIndex = at
    const name = quoted === null ? (word.exec(text)?.[0] ?? '') : (quoted.value ?? '')
    const colon = skipped(text, quoted?.end ?? at + name.length)
    if (name === '' || text[colon] !== ':') at = expressionEnd(text, colon)
    else {
      const { value, end } = literalAt(text, colon + 1, names, depth + 1)
      members.set(name, value)
      at = skipped(text, end)
    }
    if (text[at] === ',') at = skipped(text, at + 1)
    else if (text[at] !== '}') break
  }
  return { value: members, end: at + 1 }
}

function listAt(text: string, from: number, names: ReadonlyMap<string, string>, depth: number): Read {
  const items: Literal[] = []
  let at = skipped(text, from + 1)
  while (at < text.length && text[at] !== ']') {
    const { value, end } = literalAt(text, at, names, depth + 1)
    items.push(value)
    at = skipped(text, end)
    if (text[at] === ',') at = skipped(text, at + 1)
    else if (text[at] !== ']') break
  }
  return { value: items, end: at + 1 }
}

/** A string, or a template whose expressions are names and variables. */
function stringAt(text: string, from: number, names: ReadonlyMap<string, string>): Read<string | null> {
  const quote = text[from] ?? ''
  let value: string | null = ''
  let at = from + 1
  while (at < text.length && text[at] !== quote) {
    if (text[at] === '\\') {
      value = value === null ? null : value + (text[at + 1] === 'n' ? '\n' : (text[at + 1] ?? ''))
      at += 2
    } else if (quote === '`' && text.startsWith('${', at)) {
      inTemplate.lastIndex = at
      const [whole = '${', variable, name = ''] = inTemplate.exec(text) ?? []
      const given = variable === undefined ? names.get(name) : `{{${variable}}}`
      value = value === null || given === undefined || value.length > longest ? null : value + given
      at += whole.length
    } else {
      value = value === null ? null : value + (text[at] ?? '')
      at += 1
    }
  }
  return { value, end: at + 1 }
}

function skipped(text: string, from: number): number {
  blank.lastIndex = from
  return from + (blank.exec(text)?.[0].length ?? 0)
}

/** Where the expression ends that begins here: at what no bracket of it closes, or a comma. */
function expressionEnd(text: string, from: number): number {
  let open = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? ''
    if ('([{'.includes(letter)) open += 1
    else if (')]}'.includes(letter)) {
      if (open === 0) return at
      open -= 1
    } else if (open === 0 && ',;'.includes(letter)) return at
  }
  return text.length
}
