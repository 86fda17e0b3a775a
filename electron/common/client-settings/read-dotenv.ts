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

interface WrittenText extends NamedText {
  separator: string
}

const name =
  /^[ \t]*(?:-[ \t]{1,8})?(?:(?:export|set|ENV|declare -x)[ \t]{1,8}|\$env:)?["']?([A-Za-z_][\w.-]*)["']?[ \t]*(=|:(?=[ \t]))[ \t]*/i

function namedTexts(text: string): WrittenText[] {
  const found: WrittenText[] = []
  let at = 0
  while (at < text.length) {
    const lineEnd = endOfLine(text, at)
    const match = name.exec(text.slice(at, Math.min(lineEnd, at + 400)))
    if (match?.[1] === undefined) {
      at = lineEnd + 1
      continue
    }
    const from = at + match[0].length
    const { value, end } = valueAt(text, from, lineEnd)
    found.push({ name: match[1], text: isNothing(value) ? '' : value, separator: match[2] ?? '=' })
    at = endOfLine(text, end) + 1
  }
  return found
}

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
  const comment = /\s#/.exec(line)
  return { value: line.slice(0, comment?.index ?? line.length).trim(), end: lineEnd }
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
