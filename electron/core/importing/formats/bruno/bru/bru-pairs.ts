/** A line `name: value` of a block. Names in quotes may hold anything; `~` before a name switches it off. */
export interface BruPair {
  name: string
  value: string
  enabled: boolean
  /** Items of a value in brackets, such as tags; null for every other value. */
  list: readonly string[] | null
  line: number
}

/** A line that is of no such form, counted from 1. */
export class BruFault extends Error {
  readonly line: number

  constructor(line: number) {
    super()
    this.line = line
  }
}

/** Lines of a file, read one after the other. */
export interface Lines {
  readonly all: readonly string[]
  /** The index of the next one. */
  at: number
  /** The line on which the block begins that is read, counted from 1. */
  block: number
  /** Whether a value over several lines was begun that has no end: none that follows has one. */
  endless: boolean
}

/** The pairs of a block, to its closing brace in the first column. `first` is what follows the opening one on its line. */
export function readPairs(lines: Lines, first: string): BruPair[] {
  const pairs: BruPair[] = []
  if (first.trim() === '}') return pairs
  if (first.trim() !== '') pairs.push(readPair(lines, first, lines.at))
  for (;;) {
    const line = lines.all[lines.at++]
    if (line === undefined) throw new BruFault(lines.block)
    if (line.startsWith('}')) return pairs
    if (line.trim() === '' || skippedAnnotation(lines, line)) continue
    pairs.push(readPair(lines, line, lines.at))
  }
}

function readPair(lines: Lines, text: string, line: number): BruPair {
  const { name, after } = nameOf(text, line)
  const enabled = !name.startsWith('~')
  const pair = { name: enabled ? name : name.slice(1), enabled, list: null, line }
  const value = after.trim()
  if (value.startsWith("'''")) return { ...pair, value: severalLines(lines, value.slice(3)) }
  if (value === '[') {
    const list = listed(lines)
    return { ...pair, value: list.join(' '), list }
  }
  return { ...pair, value }
}

function nameOf(text: string, line: number): { name: string; after: string } {
  const quoted = /^\s*(~?)"((?:\\"|[^"])*)"[ \t]*:/.exec(text)
  if (quoted !== null) {
    const [whole, off = '', name = ''] = quoted
    return { name: `${off}${name.replaceAll('\\"', '"')}`, after: text.slice(whole.length) }
  }
  const colon = text.indexOf(':')
  if (colon < 0) throw new BruFault(line)
  return { name: text.slice(0, colon).trim(), after: text.slice(colon + 1) }
}

/** To the line that begins or ends with the closing quotes; four blanks are not of the value. Without them it is the quotes alone. */
function severalLines(lines: Lines, first: string): string {
  const sameLine = first.indexOf("'''")
  if (sameLine >= 0) return joined(first.slice(0, sameLine), first.slice(sameLine + 3))
  const texts = [first]
  for (let at = lines.at; !lines.endless && at < lines.all.length; at++) {
    const line = lines.all[at] ?? ''
    const end = line.trimStart().startsWith("'''")
      ? line.indexOf("'''")
      : line.trimEnd().endsWith("'''")
        ? line.lastIndexOf("'''")
        : -1
    texts.push((end < 0 ? line : line.slice(0, end)).slice(4))
    if (end < 0) continue
    lines.at = at + 1
    return joined(texts.join('\n'), line.slice(end + 3))
  }
  lines.endless = true
  return `'''${first}`.trim()
}

/** What follows the quotes is the content type of a part. */
const joined = (text: string, after: string): string => `${text.trim()} ${after.trim()}`.trim()

function listed(lines: Lines): string[] {
  const items: string[] = []
  for (;;) {
    const line = lines.all[lines.at++]
    if (line === undefined) throw new BruFault(lines.block)
    if (line.trim().startsWith(']')) return items
    if (line.trim() !== '') items.push(line.trim())
  }
}

/** The names of a list in brackets, which commas or line ends separate; `first` is what follows the opening one on its line. */
export function readNames(lines: Lines, first: string): BruPair[] {
  const pairs: BruPair[] = []
  let text = first
  for (;;) {
    if (!skippedAnnotation(lines, text)) {
      const end = text.indexOf(']')
      for (const part of (end < 0 ? text : text.slice(0, end)).split(',')) {
        const name = part.trim()
        if (name === '') continue
        const enabled = !name.startsWith('~')
        pairs.push({ name: enabled ? name : name.slice(1), value: '', enabled, list: null, line: lines.at })
      }
      if (end >= 0) return pairs
    }
    const next = lines.all[lines.at++]
    if (next === undefined) throw new BruFault(lines.block)
    text = next
  }
}

/** Passes over `@description("…")` and its like, which may go over several lines. `@name: value` is a pair. */
function skippedAnnotation(lines: Lines, line: string): boolean {
  const annotation = /^\s*@[^()\s:]+(\(?(?:'''|["'])?)/.exec(line)
  if (annotation === null) return false
  const [{ length }, opening = ''] = annotation
  const after = line.slice(length).trimEnd()
  if (!opening.startsWith('(')) return opening === '' && after === ''
  const end = `${opening.slice(1)})`
  if (after.endsWith(end)) return true
  for (let at = lines.at; !lines.endless && at < lines.all.length; at++) {
    if (lines.all[at]?.trimEnd().endsWith(end) !== true) continue
    lines.at = at + 1
    return true
  }
  lines.endless = true
  return false
}
