import type { ImportFact } from '../../../../contract/import-note.ts'
import { replaceVariables } from './here-document.ts'
import type { Script, ScriptCommand } from './script.ts'

/** Around the name of a list, in the place of its words. */
export const listMark = '\u0002'
/** Of one list. */
const mostWords = 200

/** What is known of a script up to the command at hand. */
export class ScriptState {
  readonly commands: ScriptCommand[] = []
  readonly answers = new Set<string>()
  readonly tokens = new Set<string>()
  private readonly values = new Map<string, string>()
  private readonly defaults = new Map<string, string>()
  /** What a variable of the script is called from here on. */
  private readonly current = new Map<string, string>()
  private readonly counts = new Map<string, number>()
  private readonly outputs = new Map<string, { fact: ImportFact; line: number }>()
  /** Of each variable that holds an answer, the places of the commands in the list. */
  private readonly into = new Map<string, number[]>()
  private readonly functions = new Map<string, number[]>()
  private readonly lists = new Map<string, readonly string[]>()
  private within: { name: string; braces: number } | null = null
  private loops = 0

  /** Says why a variable has no value here. */
  output(name: string, fact: ImportFact, line: number): void {
    if (!this.outputs.has(name)) this.outputs.set(name, { fact, line })
  }

  /** A second value makes a second variable: what was written before it means the first. */
  assign(name: string, value: string): void {
    const now = this.current.get(name) ?? name
    if (!this.values.has(now) || this.values.get(now) === value) {
      this.values.set(now, value)
      return
    }
    const count = (this.counts.get(name) ?? 1) + 1
    this.counts.set(name, count)
    this.current.set(name, `${name}_${count}`)
    this.values.set(`${name}_${count}`, value)
  }

  /** A variable without a value in the script, or one that holds the output of something. */
  assignOutput(name: string): void {
    if (this.values.get(this.current.get(name) ?? name) !== undefined) {
      this.current.set(name, name)
      this.values.delete(name)
    }
  }

  /** What is written for `$NAME`, `${NAME}`, `${NAME:-default}`. */
  readonly names = (written: string): string => {
    const simple = /^\$(?:\{(\w+)\}|(\w+))$/.exec(written)
    const name = simple?.[1] ?? simple?.[2]
    if (name !== undefined) return this.variable(name)
    const list = /^\$\{(\w+)\[[@*]\]\}$/.exec(written)?.[1]
    if (list !== undefined && this.lists.has(list)) return `${listMark}${list}${listMark}`
    const [, long, rest = ''] = /^\$\{[!#]?(\w+)((?!\w)[\s\S]*)?$/.exec(written.replace(/\}$/, '')) ?? []
    if (long === undefined) return written
    const fallback = /^:?[-=]([\s\S]*)$/.exec(rest)?.[1]
    if (fallback !== undefined && !this.defaults.has(long)) {
      const text = fallback.replace(/^(["'])([\s\S]*)\1$/, '$2')
      this.defaults.set(this.plainName(long), text.includes(`$${long}`) ? '' : replaceVariables(text, this.names))
    }
    return this.variable(long)
  }

  /** `NAME=(-H "A: b")`, and what is added to it later. */
  assignList(name: string, words: readonly string[], isAdded: boolean): void {
    const before = isAdded ? (this.lists.get(name) ?? []) : []
    if (before.length + words.length <= mostWords) this.lists.set(name, [...before, ...words])
  }

  /** The words of `${NAME[@]}`; null for every other word. */
  listOf(word: string): readonly string[] | null {
    return word.startsWith(listMark) ? (this.lists.get(word.slice(1, -1)) ?? null) : null
  }

  private variable(name: string): string {
    return `{{${this.current.get(name) ?? this.plainName(name)}}}`
  }

  /** What a caller gives has a number for a name. */
  private plainName(name: string): string {
    return /^\d/.test(name) ? `argument_${name}` : name
  }

  beginFunction(name: string): void {
    this.within = { name, braces: 0 }
    this.functions.set(name, [])
  }

  brace(step: 1 | -1): void {
    if (this.within === null) return
    this.within.braces += step
    if (this.within.braces <= 0 && step < 0) this.within = null
  }

  loop(step: 1 | -1): void {
    this.loops = Math.max(0, this.loops + step)
  }

  isRepeated(): boolean {
    return this.loops > 0 || this.within !== null
  }

  add(command: ScriptCommand): void {
    if (this.within !== null) this.functions.get(this.within.name)?.push(this.commands.length)
    if (command.into !== '')
      this.into.set(command.into, [...(this.into.get(command.into) ?? []).slice(-9), this.commands.length])
    this.commands.push(command)
  }

  /** Whether a function of this name makes requests, whose answer then goes into the variable. */
  isFunction(name: string, into: string): boolean {
    const made = this.functions.get(name)
    if (made === undefined || made.length === 0) return false
    this.moveInto(made, into)
    this.functions.set(name, made.slice(-1))
    return true
  }

  /** The variable that holds the token of an answer is that of the request, in place of one for all of the answer. */
  adopt(answers: readonly string[], into: string): void {
    for (const answer of answers) {
      this.moveInto(this.into.get(answer) ?? [], into)
      this.into.delete(answer)
    }
  }

  private moveInto(indexes: readonly number[], into: string): void {
    for (const index of indexes) {
      const command = this.commands[index]
      if (command !== undefined) this.commands[index] = { ...command, into }
    }
  }

  /** The words of a variable that holds a program with options, such as `CURL="curl -s"`. */
  expanded(word: string): readonly string[] {
    const name = /^\{\{(\w+)\}\}$/.exec(word)?.[1]
    const value = name === undefined ? undefined : this.values.get(name)
    return value !== undefined && value.length < 1000 && /^(?:curl|wget|http|xh)\s/.test(value)
      ? value.split(/\s+/)
      : [word]
  }

  script(): Script {
    const values = new Map([...this.defaults, ...this.values])
    return {
      commands: this.commands,
      variables: [...values]
        .filter(([name]) => !this.answers.has(name))
        .map(([name, value]) => ({ name, value, secret: false })),
      answers: this.answers,
      tokens: this.tokens,
      outputs: this.outputs,
    }
  }
}
