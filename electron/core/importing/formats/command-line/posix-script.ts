import { posixCommand } from '../../../../common/client-settings/curl/posix-words.ts'
import { lineNumbers } from './line-numbers.ts'
import type { Reading } from './reading.ts'
import { programOf, programs, type Script } from './script.ts'
import { listMark, ScriptState } from './script-state.ts'
import { mark, simpleCommand, type SimpleCommand } from './simple-command.ts'
import { substituted } from './substitution.ts'

/** Reads a script of bash, zsh and the like. Every command is read once, also in loops and functions, and none is run. */
export function posixScript(text: string): Script {
  const state = new ScriptState()
  readCommands({
    text: text.replaceAll(mark, ' ').replaceAll(listMark, ' '),
    state,
    firstLine: 1,
    into: '',
    comment: '',
    depth: 0,
    read: readCommands,
  })
  return state.script()
}

function readCommands(reading: Reading): void {
  const { text, state, firstLine } = reading
  const lines = lineNumbers(text)
  let { comment } = reading
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (/[\s;&|()<>`]/.test(character)) {
      if (character === '\n' && /^\r?\n/.test(text.slice(at + 1, at + 3))) comment = ''
      at++
      continue
    }
    if (character === '#') {
      const lineEnd = endOfLine(text, at)
      comment = text.slice(at + 1, lineEnd)
      at = lineEnd
      continue
    }
    const command = simpleCommand(text, at, state.names)
    const name = command.words.at(-1) ?? ''
    if (text[command.end] === '(' && command.words.length > 0) at = behindParenthesis({ text, state }, command, name)
    else {
      interpret(reading, command, { line: firstLine + lines(at) - 1, comment, lines })
      at = Math.max(command.end, at + 1)
    }
    comment = ''
  }
}

/** Of `name()`, which begins a function, or of `NAME=(`, a list of words. */
function behindParenthesis(
  { text, state }: Pick<Reading, 'text' | 'state'>,
  { end }: SimpleCommand,
  name: string,
): number {
  const isFunction = /^\([ \t]*\)/.exec(text.slice(end, end + 20))
  if (isFunction !== null) {
    state.beginFunction(name)
    return end + isFunction[0].length
  }
  const close = name.endsWith('=') ? text.slice(end, end + 10_000).indexOf(')') : -1
  if (close < 0) return end + 1
  const shown = (written: string): string => (written.startsWith('$(') ? '{{value}}' : state.names(written))
  const { words } = posixCommand(text.slice(end + 1, end + close).replaceAll(/\\?\r?\n/g, ' '), 0, shown)
  state.assignList(name.replace(/\+?=$/, ''), words, name.endsWith('+='))
  return end + close + 1
}

/** Words before a command that are none of it. */
const before = new Set(
  '{|}|then|else|do|done|fi|esac|if|elif|while|for|until|select|function|!|time|sudo|exec|command|env|eval|return|nohup|export|local|declare|readonly|typeset|builtin|set|-x|-r|-g|-e|-a|$|>|%'.split(
    '|',
  ),
)

interface Around {
  line: number
  comment: string
  lines: (at: number) => number
}

function interpret(reading: Reading, command: SimpleCommand, { line, comment, lines }: Around): void {
  const { state, firstLine } = reading
  let from = 0
  const lineOf = (at: number): number => firstLine + lines(at) - 1
  const resolve = (word: string, into: string): string =>
    word.includes(mark)
      ? word
          .split(mark)
          .map((part, index) => {
            const substitution = index % 2 === 1 ? command.substitutions[Number(part)] : undefined
            if (substitution === undefined) return part
            return substituted({
              ...reading,
              text: substitution.text,
              firstLine: lineOf(substitution.at),
              into,
              comment,
            })
          })
          .join('')
      : word
  for (; from < command.words.length; from++) {
    const word = command.words[from] ?? ''
    const assigned = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(word)
    if (assigned?.[1] !== undefined) assign(state, assigned[1], resolve(assigned[2] ?? '', assigned[1]))
    else if (before.has(word)) flow(state, word, command.words[from + 1] ?? '')
    else break
  }
  const [first = '', ...words] = [...state.expanded(command.words[from] ?? ''), ...command.words.slice(from + 1)]
  const program = programOf(first)
  if (program === 'read') asked(state, words)
  if (!programs.has(program)) {
    // What is within its words may ask for something, too.
    for (const word of words) resolve(word, '')
    return
  }
  if (reading.into !== '') state.answers.add(reading.into)
  state.add({
    program,
    words: words.flatMap((word) => state.listOf(word) ?? [resolve(word, '')]),
    line,
    comment: comment.trim(),
    input: command.input,
    into: reading.into,
    isUnclosed: command.isUnclosed,
    isRepeated: state.isRepeated(),
  })
  const piped = /^[^\n]*/.exec(reading.text.slice(command.pipe, command.pipe + 1000))?.[0] ?? ''
  if (reading.into !== '' && /access_?token/i.test(piped)) state.tokens.add(reading.into)
}

/** One that is the output of a request has no value. */
function assign(state: ScriptState, name: string, value: string): void {
  if (value === `{{${name}}}`) state.assignOutput(name)
  else state.assign(name, value)
}

function flow(state: ScriptState, word: string, next: string): void {
  if (word === '{') state.brace(1)
  else if (word === '}') state.brace(-1)
  else if (word === 'done') state.loop(-1)
  else if (word === 'for' || word === 'while' || word === 'until' || word === 'select') state.loop(1)
  else if (word === 'function') state.beginFunction(next)
}

/** `read -p "…" NAME`: a person gives the value. */
function asked(state: ScriptState, words: readonly string[]): void {
  const name = words.findLast((word) => /^[A-Za-z_]\w*$/.test(word))
  if (name !== undefined) state.assignOutput(name)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
