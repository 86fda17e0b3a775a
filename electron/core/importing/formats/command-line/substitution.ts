import { encodedBasic } from '../../drafts/basic.ts'
import type { Reading } from './reading.ts'
import { programOf } from './script.ts'
import { mark, simpleCommand } from './simple-command.ts'

/** Substitutions within substitutions that are looked into. */
const deepest = 4

const generators = new Set(['date', 'uuidgen', 'openssl', 'head', 'shuf', 'nanoid', 'gdate'])

/** What is written for `$(…)`: the variable that its output goes into. What is in it is read, and not run. */
export function substituted(reading: Reading): string {
  const { state, text, firstLine, depth } = reading
  const plain = text.trim()
  const first = simpleCommand(plain, 0, state.names)
  const program = programOf(first.words[0] ?? '')
  const encoded = base64Of(program, first.words, first.input, plain)
  if (encoded !== null) return encoded
  const isToken = /access_?token/i.test(plain)
  const into = reading.into || nameOf(program, first.words, isToken)
  const count = state.commands.length
  if (depth < deepest) reading.read({ ...reading, text, into, depth: depth + 1 })
  const answers = variablesIn(plain).filter((name) => state.answers.has(name))
  const isAnswer = state.commands.length > count || answers.length > 0 || isToken || state.isFunction(program, into)
  if (isAnswer) {
    state.answers.add(into)
    const isOfToken = answers.some((name) => state.tokens.has(name)) || /token/i.test(into) || /token/i.test(program)
    if (isToken || isOfToken) state.tokens.add(into)
    if (state.tokens.has(into)) state.adopt(answers, into)
    return `{{${into}}}`
  }
  const name = first.words.at(1) ?? first.files[0] ?? ''
  const isFile = program === 'cat' || (program === '' && first.files.length > 0)
  const evidence = { text: `$(${program.slice(0, 40)}…)` }
  if (isFile && !name.includes(mark)) state.output(into, { code: 'file_not_read', evidence: { name } }, firstLine)
  else state.output(into, { code: generators.has(program) ? 'generated_value' : 'expression', evidence }, firstLine)
  return `{{${into}}}`
}

const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{?([A-Za-z_]\w{0,99})/g)].map(([, name = '']) => name)

/** Of `echo -n id:secret | base64`, with which scripts make a header for Basic. */
function base64Of(program: string, words: readonly string[], input: string | null, text: string): string | null {
  if (!/\bbase64\b/.test(text) || /(?:-d\b|--decode|-D\b)/.test(text)) return null
  const isWritten = program === 'echo' || program === 'printf'
  const pair = isWritten ? words.findLast((word) => word.includes(':')) : input
  if (pair === undefined || pair === null || pair.includes(mark)) return null
  return encodedBasic(pair.replace(/(?:\\n|\n)$/, '')).slice('Basic '.length)
}

function nameOf(program: string, words: readonly string[], isToken: boolean): string {
  if (isToken) return 'access_token'
  const file = program === 'cat' ? words.at(1)?.split(/[\\/]/).at(-1) : undefined
  const name = (file ?? program).replaceAll(/[^A-Za-z0-9_.-]/g, '_').slice(0, 60)
  return name === '' || name === 'curl' ? 'answer' : name
}
