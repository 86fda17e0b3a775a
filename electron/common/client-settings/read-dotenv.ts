import type { ReadSettings } from './client-settings.ts'
import type { NamedText } from './named/named-text.ts'
import { settingsOfNames } from './named/named-settings.ts'
import { meaningOfName } from './named/settings-names.ts'

/** Variables of a `.env` file, of a shell that exports them, of PowerShell or cmd, of a Docker file, or of properties. */
export function readDotenv(text: string): ReadSettings | undefined {
  const texts = namedTexts(text)
  return isNested(texts) ? undefined : settingsOfNames(texts)
}

/** YAML with several clients: which value belongs to which cannot be seen line by line. */
function isNested(texts: readonly WrittenText[]): boolean {
  const seen = new Map<string, string>()
  for (const { name, text, separator } of texts) {
    if (separator === '=' || text === '' || meaningOfName(name)?.meaning !== 'client_id') continue
    if ((seen.get(name) ?? text) !== text) return true
    seen.set(name, text)
  }
  return false
}

/** A text with its name as it is written: `=`, or `:` of YAML, and the place where its line begins. */
export interface WrittenText extends NamedText {
  separator: string
  at: number
}

const name =
  /^[ \t]*(?:-[ \t]{1,8})?(?:(?:export|set|ENV|declare -x)[ \t]{1,8}|\$env:)?["']?([A-Za-z_][\w.-]*)["']?[ \t]*(=|:(?=[ \t]))[ \t]*/i

/** The variables of a text, of each name that has `=` the last. */
export function namedTexts(text: string): WrittenText[] {
  const found: WrittenText[] = []
  let section = ''
  let at = 0
  // Looked for once a line, which may hold many variables.
  let lineEnd = -1
  while (at < text.length) {
    if (at > lineEnd) lineEnd = endOfLine(text, at)
    const line = text.slice(at, Math.min(lineEnd, at + 400))
    const match = name.exec(line)
    if (match?.[1] === undefined) {
      section = /^[ \t]*\[{1,2}([^[\]]{1,80})\]/.exec(line)?.[1]?.trim() ?? section
      at = lineEnd + 1
      continue
    }
    const from = at + match[0].length
    const { value, end } = valueAt(text, from, lineEnd)
    const inSection = section === '' ? match[1] : `${section}.${match[1]}`
    found.push({ name: inSection, text: isNothing(value) ? '' : value, separator: match[2] ?? '=', at })
    if (end > lineEnd) lineEnd = endOfLine(text, end)
    const lineRest = text.slice(end, lineEnd)
    const after = valueEnd.exec(lineRest)
    const isFollowed = after?.index === 0 && !after[0].endsWith('#')
    at = end + (isFollowed ? after[0].length : lineRest.length + 1)
  }
  // A shell takes the last of one name.
  const last = new Map(found.map((one) => [one.name, one]))
  return found.filter((one) => one.separator !== '=' || last.get(one.name) === one)
}

/** What ends a value without quotes: a comment, or what separates it from another variable on its line. */
const valueEnd = /\s#|(?:;|&&)?(?<![ \t])[ \t]+(?:(?:export|set)[ \t]+)?(?=[A-Za-z_]\w*=)/

/** As YAML writes it. */
const isNothing = (value: string): boolean => ['{}', '[]', 'null', '~'].includes(value)

/** A value may be in quotes, and then go over several lines; else a comment ends it. */
function valueAt(text: string, from: number, lineEnd: number): { value: string; end: number } {
  const quote = text.charAt(from)
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closing(text, from + 1, quote)
    if (close >= 0) {
      const inner = text.slice(from + 1, close)
      return { value: quote === '"' ? unescaped(inner) : inner, end: close + 1 }
    }
  }
  const line = text.slice(from, lineEnd)
  const end = valueEnd.exec(line)?.index ?? line.length
  return { value: line.slice(0, end).trim(), end: from + end }
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) return at
    if (text[at] === '\\' && quote === '"') at++
    // A quote that is only opened must not take the rest of the file.
    else if (text[at] === '\n' && !isKey(text, from)) return -1
  }
  return -1
}

const isKey = (text: string, from: number): boolean => text.startsWith('-----BEGIN', from)

const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/g, (whole, next: string) => (next === 'n' ? '\n' : '"\\$'.includes(next) ? next : whole))

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
