import { readAnsiC } from './ansi-c.ts'
import { afterLineBreak, afterVariable, goesOn, type ShellCommand, type Shown, Words } from './shell-command.ts'

/** Quotation marks that a word processor makes of plain ones. */
const pairs: Readonly<Record<string, string>> = { '“': '”', '”': '”', '„': '“', '‘': '’', '’': '’' }

/** A command of bash, zsh and the like, up to its end: a line break, `;`, `|`, `&`, a redirection, a parenthesis. */
export function posixCommand(text: string, from: number, shown?: Shown): ShellCommand {
  const out = new Words(shown)
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    const lineBreak = character === '\\' ? afterLineBreak(text, at + 1) : -1
    if (lineBreak >= 0) {
      at = lineBreak
      continue
    }
    if (character === '\n' && !goesOn(text, at)) break
    if (/\s/.test(character)) {
      out.endWord()
      at++
    } else if (character === '\\') {
      out.add(text.charAt(at + 1))
      at += 2
    } else if (character === "'" || character === '"') {
      out.add('')
      const end = character === "'" ? single(text, at + 1, "'", out) : double(text, at + 1, out)
      if (end < 0) return out.command(text.length, true)
      at = end
    } else if (character === '$' && text[at + 1] === "'") {
      const read = readAnsiC(text, at + 2)
      out.add(read.value)
      if (read.end < 0) return out.command(text.length, true)
      at = read.end
    } else if (character === '$') {
      at = variable(text, at, out)
    } else if (out.isBetweenWords() && pairs[character] !== undefined) {
      out.add('')
      const end = single(text, at + 1, pairs[character], out)
      if (end < 0) return out.command(text.length, true)
      at = end
    } else if (character === '&' && /\S/.test(text[at + 1] ?? ' ') && !out.isBetweenWords() && text[at + 1] !== '&') {
      // A URL that is not in quotes.
      out.add(character)
      at++
    } else if (';|&<>()`'.includes(character) || (character === '#' && out.isBetweenWords())) break
    else {
      out.add(out.isBetweenWords() ? plainDash(character) : character)
      at++
    }
  }
  return out.command(at, false)
}

/** A word processor makes one dash of the two of a long option. */
const plainDash = (character: string): string => (character === '—' ? '--' : character === '–' ? '-' : character)

function variable(text: string, at: number, out: Words): number {
  const end = afterVariable(text, at)
  if (end === at) out.add('$')
  else out.addVariable(text.slice(at, end), at)
  return Math.max(end, at + 1)
}

/** Nothing is special up to the closing mark. Behind it, or -1. */
function single(text: string, from: number, mark: string, out: Words): number {
  const end = text.indexOf(mark, from)
  out.add(text.slice(from, end < 0 ? text.length : end))
  return end < 0 ? -1 : end + 1
}

function double(text: string, from: number, out: Words): number {
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '"') return at + 1
    if (character === '\\') {
      const next = text.charAt(at + 1)
      if (next !== '\n') out.add('"\\$`'.includes(next) ? next : character + next)
      at += 2
    } else if (character === '$') at = variable(text, at, out)
    else {
      out.add(character)
      at++
    }
  }
  return -1
}
