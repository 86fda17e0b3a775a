import { afterLineBreak, afterVariable, goesOn, type ShellCommand, Words } from './shell-command.ts'

/** Quotation marks that a word processor makes of plain ones. */
const pairs: Readonly<Record<string, string>> = { '“': '”', '”': '”', '„': '“', '‘': '’', '’': '’' }

/** A command of bash, zsh and the like, up to its end: a line break, `;`, `|`, `&`, a redirection, a parenthesis. */
export function posixCommand(text: string, from: number): ShellCommand {
  const out = new Words()
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
      out.add('')
      const end = ansi(text, at + 2, out)
      if (end < 0) return out.command(text.length, true)
      at = end
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
  else out.addVariable(text.slice(at, end))
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

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', e: '\x1b', f: '\f' }

/** `$'…'`, as browsers write what has quotes or line breaks in it. */
function ansi(text: string, from: number, out: Words): number {
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === "'") return at + 1
    if (character !== '\\') {
      out.add(character)
      at++
      continue
    }
    const next = text.charAt(at + 1)
    const digits = /^(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4}))/i.exec(text.slice(at + 1, at + 6))
    if (digits === null) {
      out.add(escapes[next] ?? next)
      at += 2
    } else {
      out.add(String.fromCharCode(Number.parseInt(digits[1] ?? digits[2] ?? '', 16)))
      at += 1 + digits[0].length
    }
  }
  return -1
}
