/** One command of a shell, read and not run: nothing in it is expanded. */
export interface ShellCommand {
  words: readonly string[]
  /** Where it ends in the text. */
  end: number
  /** What a shell would have replaced, by its name: `$CLIENT_ID`, `%ID%`, `${ID…}` with a default; `$(…)` for the output of a command. */
  variables: readonly string[]
  isUnclosed: boolean
}

/** What is put in the place of a variable or substitution, which is given as it is written. */
export type Shown = (text: string, at: number) => string

/** Collects the words of a command, character by character. */
export class Words {
  readonly words: string[] = []
  readonly variables: string[] = []
  private word: string | null = null
  private readonly shown: Shown

  constructor(shown: Shown = (text) => text) {
    this.shown = shown
  }

  /** Text of the word at hand; an empty one begins it, as quotes do. */
  add(text: string): void {
    this.word = (this.word ?? '') + text
  }

  /** A variable of the word at hand, as it is written at this place of the text. */
  addVariable(text: string, at: number): void {
    this.variables.push(...shownVariables(text))
    this.add(this.shown(text, at))
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

/** The variables of an expansion by their names: a default, or what a substitution would run, may have a secret in it. */
function shownVariables(text: string): string[] {
  if (text.startsWith('$(')) return ['$(…)', ...(text.match(variableAlone) ?? [])]
  if (!text.startsWith('${')) return [text]
  const name = /^\$\{(?:env:)?\w+/i.exec(text)?.[0] ?? '${'
  return [text === `${name}}` ? text : `${name}…}`]
}

/** Within a substitution; a dollar sign within a word is part of a secret. */
const variableAlone = /(?<=[\s"':])\$\{?[A-Za-z_]\w*\}?(?=[\s"':|)])/g

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
  named.lastIndex = at
  return named.test(text) ? named.lastIndex : at
}

/** Of PowerShell a variable has its scope before it; else a colon ends its name. */
const named = /\$(?:(?:env|global|local|private|script|using):)?\w+/iy

function afterPair(text: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++
    else if (text[at] === close && --depth === 0) return at + 1
  }
  return text.length
}
