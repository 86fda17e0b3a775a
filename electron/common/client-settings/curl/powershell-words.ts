import { afterLineBreak, afterVariable, goesOn, type ShellCommand, type Shown, Words } from './shell-command.ts'

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

/** A command of PowerShell: a backtick escapes and continues lines, a mark within its own quotes is doubled. */
export function powershellCommand(text: string, from: number, shown?: Shown): ShellCommand {
  const out = new Words(shown)
  let quote: string | null = null
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '`' && quote !== "'") {
      const lineBreak = quote === null ? afterLineBreak(text, at + 1) : -1
      const next = text.charAt(at + 1)
      if (lineBreak < 0) out.add(escapes[next] ?? next)
      at = lineBreak < 0 ? at + 2 : lineBreak
    } else if (character === quote) {
      const isDoubled = text[at + 1] === quote
      if (isDoubled) out.add(character)
      else quote = null
      at += isDoubled ? 2 : 1
    } else if (character === '$' && quote !== "'") {
      const end = afterVariable(text, at)
      if (end === at) out.add(character)
      else out.addVariable(text.slice(at, end), at)
      at = Math.max(end, at + 1)
    } else if (quote !== null) {
      out.add(character)
      at++
    } else if (character === '"' || character === "'") {
      out.add('')
      quote = character
      at++
    } else if (character === '\n' && !goesOn(text, at)) break
    else if (/\s/.test(character)) {
      out.endWord()
      at++
    } else if (';|)>'.includes(character) || (character === '#' && out.isBetweenWords())) break
    else {
      out.add(character)
      at++
    }
  }
  return out.command(at, quote !== null)
}
