import { type ShellCommand, Words } from './shell-command.ts'

/** A command of cmd.exe: `^` escapes and continues lines, and then the program itself takes its quotes apart. */
export function cmdCommand(text: string, from: number): ShellCommand {
  const { line, end } = withoutCarets(text, from)
  const { words, isUnclosed } = argumentsOf(line)
  // What is encoded for a form has percent signs as well, with two hexadecimal digits behind each.
  const variables = line.match(/%(?:[A-Z_][A-Z0-9_]{2,}|(?![0-9A-Fa-f]{2})[A-Za-z]\w{2,})%/g) ?? []
  return { words, end, variables, isUnclosed }
}

function withoutCarets(text: string, from: number): { line: string; end: number } {
  let line = ''
  let isQuoted = false
  let at = from
  for (; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\r') continue
    if (character === '\n') break
    if (character === '^' && !isQuoted) {
      if (text[at + 1] === '\r') at++
      at++
      if (text[at] !== '\n') line += text.charAt(at)
      else if (text[at + 1] === '\n' || (text[at + 1] === '\r' && text[at + 2] === '\n')) {
        // The character behind a continued line is taken as it is.
        at += text[at + 1] === '\r' ? 2 : 1
        line += '\n'
      }
      continue
    }
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '|' || character === '>' || character === '<')) break
    else if (!isQuoted && character === '&' && /\s/.test(text[at + 1] ?? ' ')) break
    line += character
  }
  return { line, end: at }
}

/**
 * As the C runtime of Windows does it: backslashes are special before a quotation mark only, and two marks within quotes
 * are one.
 */
function argumentsOf(line: string): { words: readonly string[]; isUnclosed: boolean } {
  const out = new Words()
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (character === '\\') {
      let end = at
      while (line[end] === '\\') end++
      const count = end - at
      const isBeforeMark = line[end] === '"'
      out.add('\\'.repeat(isBeforeMark ? Math.floor(count / 2) : count))
      if (isBeforeMark && count % 2 === 1) {
        out.add('"')
        end++
      }
      at = end - 1
    } else if (character === '"') {
      if (isQuoted && line[at + 1] === '"') {
        out.add('"')
        at++
      } else {
        out.add('')
        isQuoted = !isQuoted
      }
    } else if (!isQuoted && /\s/.test(character)) out.endWord()
    else out.add(character)
  }
  out.endWord()
  return { words: out.words, isUnclosed: isQuoted }
}
