import { posixCommand } from '../../../../common/client-settings/curl/posix-words.ts'
import type { Shown } from '../../../../common/client-settings/curl/shell-command.ts'

/** What a redirection gives to a command: a text, or the mark of a document that follows. */
export interface Redirection {
  input: string | null
  mark: string | null
  /** `<<-`: tabs before its lines are none of it. */
  isIndented: boolean
  /** The file that the command reads. */
  file: string | null
  end: number
}

/** Of the redirection that begins here: `> file`, `2>&1`, `< file`, `<<EOF`, `<<< "text"`. */
export function redirection(text: string, from: number, shown: Shown): Redirection {
  const sign = /(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)[ \t]*/y
  sign.lastIndex = from
  const written = sign.exec(text)?.[0] ?? ''
  const kind = written.trim()
  const start = from + Math.max(written.length, 1)
  const none = { input: null, mark: null, isIndented: kind === '<<-', file: null }
  // `<(…)` is a command; what is in it is read as one.
  if (text[start] === '(' || /[\r\n]/.test(text[start] ?? '\n')) return { ...none, end: start }
  const end = wordEnd(text, start)
  const [word = ''] = posixCommand(text.slice(start, end), 0, shown).words
  if (kind === '<<<') return { ...none, input: word, end }
  if (kind.startsWith('<<')) return { ...none, mark: text.slice(start, end), end }
  return { ...none, file: kind === '<' ? word : null, end }
}

/** Behind the word that begins here, in which quotes may be. */
function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !/[\s;|&<>()]/.test(text.charAt(at))) {
    const character = text.charAt(at)
    if (character === '\\') at += 2
    else if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1)
      if (close < 0) return text.length
      at = close + 1
    } else if (character === '$' && text[at + 1] === '(') {
      const close = text.indexOf(')', at)
      at = close < 0 ? text.length : close + 1
    } else at++
  }
  return Math.max(at, from)
}

/** The lines from the next one on, up to the one that is the mark alone. A mark in quotes keeps variables from being replaced. */
export function hereDocument(
  text: string,
  from: number,
  { mark, isIndented, names }: { mark: string; isIndented: boolean; names: (written: string) => string },
): { content: string; end: number } {
  const plainMark = mark.replaceAll(/["'\\]/g, '')
  const first = text.indexOf('\n', from)
  if (first < 0) return { content: '', end: text.length }
  const lines: string[] = []
  let at = first + 1
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, end).replace(/\r$/, '')
    at = end + 1
    const shown = isIndented ? line.replace(/^\t+/, '') : line
    if (shown === plainMark) break
    lines.push(shown)
  }
  const content = lines.join('\n')
  return { content: plainMark === mark ? replaceVariables(content, names) : content, end: Math.min(at, text.length) }
}

/** Within a text in which nothing but variables is special. */
export const replaceVariables = (text: string, names: (written: string) => string): string =>
  text.replaceAll(/\\\$|\$(?:\{[^{}\n]{1,200}\}|[A-Za-z_]\w{0,99})/g, (written) =>
    written === String.raw`\$` ? '$' : names(written),
  )
