import { curlOptions, curlRequests } from '../../../../common/client-settings/curl/curl-options.ts'
import { powershellCommand } from '../../../../common/client-settings/curl/powershell-words.ts'
import { variablesIn } from '../../../../vocabulary/variables.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { curlCall } from '../command-line/curl-call.ts'
import { lineNumbers } from '../command-line/line-numbers.ts'
import { callOfRequest } from '../requests/written-request.ts'
import { psParameters } from './ps-parameters.ts'
import { PsReader, type Read } from './ps-reader.ts'
import { psRequest } from './ps-request.ts'
import { behind, behindPair, behindQuote, wordAt } from './ps-scan.ts'
import { answerValue, withEntry } from './ps-value.ts'

export interface PsScript {
  calls: DraftCall[]
  variables: DraftVariable[]
  notes: ImportNote[]
}

const cmdlet = /(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)(?![\w-])/iy
const curl = /(?:&[ \t]*)?curl(?:\.exe)?[ \t`]+(?=\S)/iy

/** Reads the requests of a script and the variables that they use. */
export function psScript(text: string, atLine: (line: number) => ImportPlace): PsScript {
  const calls: DraftCall[] = []
  const notes: ImportNote[] = []
  const lines = lineNumbers(text)
  let comment = ''
  let start = 0
  const add = (call: DraftCall): void => {
    calls.push(call)
    comment = ''
    if (calls.length > mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  }
  const answer = (end: number): Read => ({ value: answerValue('answer', calls.length - 1), end })
  const command = (reader: PsReader, from: number): Read | null => {
    const place = atLine(lines(reader.text === text ? from : start))
    const name = wordAt(reader.text, from, cmdlet)
    const program = name === '' ? wordAt(reader.text, from, curl) : ''
    if (name === '' && program === '') return null
    const isCmdlet = name !== '' || /\s-Uri\b/i.test(lineFrom(reader.text, from))
    if (isCmdlet) {
      const { parameters, end } = psParameters(reader, from + (name || program).length)
      const request = psRequest(parameters)
      if (request === null) return answer(end)
      notes.push(...request.facts.map((fact) => ({ fact, place, call: comment })))
      const call = callOfRequest({ ...request, place, name: comment })
      add(call)
      return answer(end)
    }
    const shown = (written: string): string => reader.expanded(written)
    const { words, end } = powershellCommand(reader.text, from + program.length, shown)
    for (const options of curlRequests(curlOptions(words))) {
      const { requests, facts } = curlCall(options, null)
      notes.push(...facts.map((fact) => ({ fact, place, call: comment })))
      for (const request of requests) add(callOfRequest({ ...request, place, name: comment }))
    }
    return answer(end)
  }
  const reader = new PsReader(text, command)
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    start = at
    if (character === '#') {
      const end = text.indexOf('\n', at)
      comment = nameOf(text.slice(at + 1, end < 0 ? text.length : end))
      at = end < 0 ? text.length : end
    } else if (character === '<' && text[at + 1] === '#') at = behind(text, '#>', at)
    else if (character === '$') at = assignment(reader, at)
    else if (character === '"' || character === "'") at = behindQuote(text, at)
    else if (character === '@' && /["'{]/.test(text.charAt(at + 1))) at = reader.term(at).end
    else if (character === '[') at = behindPair(text, at)
    else if (/[A-Za-z&]/.test(character)) {
      const found = command(reader, at)
      at = found?.end ?? at + (wordAt(text, at, /[\w.:\\/-]+/y).length || 1)
    } else {
      if (character === '\n' && /^\r?\n/.test(text.slice(at + 1, at + 3))) comment = ''
      at++
    }
    at = Math.max(at, start + 1)
  }
  return { calls: withTokens(calls, reader), variables: usedVariables(calls, reader), notes }
}

/** `$name = value`, `$table.Name = value`, `$table["Name"] = value`; behind it, or behind the variable where it is none. */
function assignment(reader: PsReader, from: number): number {
  const pattern =
    /\$(?:\{([\w:.-]{1,100})\}|(?:(?:env|global|script|local|private):)?(\w+))(?:\.(\w+)|\[\s*["']([\w-]{1,100})["']\s*\])?([ \t]*=(?!=)[ \t]*)?/iy
  pattern.lastIndex = from
  const found = pattern.exec(reader.text)
  const name = found?.[1] ?? found?.[2]
  if (found === null || name === undefined) return from + 1
  reader.spelled(name)
  if (found[5] === undefined) return pattern.lastIndex
  const { value, end } = reader.expression(pattern.lastIndex)
  const member = found[3] ?? found[4]
  if (member === undefined) reader.assign(name, value)
  else reader.assign(name, withEntry(reader.variable(name), member, value))
  return end
}

/** Requests with the variables that the token of their answers may be in. */
function withTokens(calls: readonly DraftCall[], { answers }: PsReader): DraftCall[] {
  const names = Map.groupBy(answers, ({ call }) => call)
  return calls.map((call, index) => {
    const own = names.get(index)?.flatMap(({ name }) => [name, `${name}.access_token`])
    return own === undefined ? call : Object.assign(call, { tokenVariables: own })
  })
}

const lineFrom = (text: string, from: number): string => /^[^\n]*/.exec(text.slice(from, from + 500))?.[0] ?? ''

const nameOf = (comment: string): string => {
  const text = comment.replace(/^[#\s-]{1,40}/, '').trim()
  return text.length <= 80 && /[A-Za-z]/.test(text) ? text : ''
}

/** Variables with values that these calls use, and those within their values. */
function usedVariables(calls: readonly DraftCall[], reader: PsReader): DraftVariable[] {
  const { variables } = reader.state.script()
  const values = new Map(variables.map(({ name, value }) => [name, value]))
  const used = new Set<string>()
  const pending = calls.flatMap((call) =>
    variablesIn(JSON.stringify([call.method, call.url, call.headers, call.body, call.authorization])),
  )
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (used.has(name)) continue
    used.add(name)
    for (const one of variablesIn(values.get(name) ?? '')) pending.push(one)
  }
  return variables.filter(({ name }) => used.has(name))
}
