/** One command of a shell, read and not run: nothing in it is expanded. */
export interface ShellCommand {
  words: readonly string[]
  /** Where it ends in the text. */
  end: number
  /** What a shell would have replaced, as it is written: `$CLIENT_ID`, `%ID%`; `$(…)` for the output of a command. */
  variables: readonly string[]
  isUnclosed: boolean
}

/** Collects the words of a command, character by character. */
export class Words {
  readonly words: string[] = []
  readonly variables: string[] = []
  private word: string | null = null

  /** Text of the word at hand; an empty one begins it, as quotes do. */
  add(text: string): void {
    this.word = (this.word ?? '') + text
  }

  /** A variable of the word at hand, as it is written. */
  addVariable(text: string): void {
    // What a substitution would run may have a secret in it.
    this.variables.push(text.startsWith('$(') ? '$(…)' : text)
    this.add(text)
  }

  endWord(): void {
    if (this.word !== null) this.words.push(this.word)
    this.word = null
  }

  isBetweenWords(): boolean {
    return this.word === null
  }

  command(end: number, isUnclosed: boolean): ShellCommand {
    this.endWord()
    return { words: this.words, end, variables: this.variables, isUnclosed }
  }
}

/** Behind the line break at this place, or -1 where there is none. White space before it is allowed, as copies have it. */
export function afterLineBreak(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++
  return text[at] === '\n' ? at + 1 : -1
}

/** Whether the next line goes on with options: documents lose the character that continues a line. */
export function goesOn(text: string, lineBreak: number): boolean {
  let at = lineBreak + 1
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '-' && /[A-Za-z-]/.test(text[at + 1] ?? '')
}

/** Behind the variable or substitution that begins with this dollar sign; the place itself when none does. */
export function afterVariable(text: string, at: number): number {
  const next = text[at + 1] ?? ''
  if (next === '(') return afterPair(text, at + 1, '(', ')')
  if (next === '{') return afterPair(text, at + 1, '{', '}')
  let end = at + 1
  while (/[\w:]/.test(text[end] ?? '')) end++
  while (text[end - 1] === ':') end--
  return end === at + 1 ? at : end
}

function afterPair(text: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++
    else if (text[at] === close && --depth === 0) return at + 1
  }
  return text.length
}
