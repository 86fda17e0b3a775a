import { curlOptions, curlRequests } from '../../../../common/client-settings/curl/curl-options.ts'
import { variablesIn } from '../../../../vocabulary/variables.ts'
import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftCall, DraftClient, DraftVariable } from '../../drafts/import-draft.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { oauth2cClient } from '../oauth2c/oauth2c-client.ts'
import { decodedBasic } from '../../drafts/basic.ts'
import { callOfRequest } from '../requests/written-request.ts'
import { curlCall } from './curl-call.ts'
import type { Script, ScriptCommand } from './script.ts'
import { httpieCall } from './httpie-call.ts'
import { wgetCall } from './wget-call.ts'

/** The calls and clients of a script, its variables that they use, and what was noted. */
export function draftOfScript(
  script: Script,
  atLine: (line: number) => ImportPlace,
): { clients: DraftClient[]; calls: DraftCall[]; variables: DraftVariable[]; notes: ImportNote[] } {
  const clients: DraftClient[] = []
  const calls: DraftCall[] = []
  const notes: ImportNote[] = []
  const values = new Map(script.variables.map(({ name, value }) => [name, value]))
  for (const command of script.commands) {
    const place = atLine(command.line)
    if (command.program === 'oauth2c') {
      const { client, facts } = oauth2cClient(command.words, place)
      if (client !== null) clients.push({ ...client, name: nameOf(command) })
      notes.push(...facts.map((fact) => ({ fact, place, call: '' })))
      continue
    }
    const { requests, facts } = requestsOf(command, values)
    for (const fact of facts) notes.push({ fact, place, call: '' })
    for (const request of requests) {
      const headers = request.headers.map(([name, value]) => [name, withCredentials(value, values)] as const)
      const call = callOfRequest({ ...request, headers, place, name: nameOf(command) })
      calls.push({
        ...call,
        ...(request.network === undefined ? {} : { network: request.network }),
        ...(script.tokens.has(command.into) ? { tokenVariables: [command.into] } : {}),
      })
    }
    if (calls.length > mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  }
  const used = usedVariables([...calls.map(textOfCall), ...clients.map(textOfClient)], values)
  for (const [name, { fact, line }] of script.outputs) {
    if (used.has(name)) notes.push({ fact, place: atLine(line), call: '' })
  }
  return { clients, calls, variables: script.variables.filter(({ name }) => used.has(name)), notes }
}

type Requests = ReturnType<typeof curlCall>

function requestsOf(command: ScriptCommand, values: ReadonlyMap<string, string>): Requests {
  const words = command.words.flatMap((word) => optionsOf(word, values))
  const facts: ImportFact[] = [
    ...(command.isRepeated ? [{ code: 'imported_once' as const, evidence: {} }] : []),
    ...(command.isUnclosed
      ? [{ code: 'settings' as const, evidence: { note: 'quote_not_closed' as const, names: [] } }]
      : []),
  ]
  const read =
    command.program === 'curl'
      ? curlRequests(curlOptions(words)).map((options) => curlCall(options, command.input))
      : [command.program === 'wget' ? wgetCall(words) : httpieCall(command.program, words)]
  return {
    requests: read.flatMap(({ requests }) => requests),
    facts: [...facts, ...read.flatMap((one) => one.facts)],
  }
}

/** A variable that is an option, or holds some: `curl $OPTIONS …`. */
function optionsOf(word: string, values: ReadonlyMap<string, string>): readonly string[] {
  const name = /^\{\{(\w+)\}\}$/.exec(word)?.[1]
  if (name === undefined) return [word]
  const value = values.get(name)?.trim() ?? ''
  if (value.startsWith('-') && value.length < 1000) return value.split(/\s+/)
  return value === '' && /(?:opt(?:ion)?s?|args?|flags?)$/i.test(name) ? [] : [word]
}

/** Of a header whose credentials a variable holds, encoded. */
function withCredentials(header: string, values: ReadonlyMap<string, string>): string {
  const name = /^Basic \{\{(\w+)\}\}$/i.exec(header.trim())?.[1]
  const value = name === undefined ? undefined : values.get(name)
  return value !== undefined && decodedBasic(`Basic ${value}`) !== null ? `Basic ${value}` : header
}

/** A comment that says what the request is for, in one line. */
const nameOf = ({ comment }: ScriptCommand): string =>
  comment.length <= 80 && /[A-Za-z]/.test(comment) && !comment.startsWith('!') ? comment : ''

const textOfCall = ({ method, url, headers, body, authorization }: DraftCall): string =>
  JSON.stringify([method, url, headers, body, authorization])

const textOfClient = ({ settings, secrets }: DraftClient): string => JSON.stringify([settings, secrets])

/** Variables of these texts, and those that are in the values of these. */
function usedVariables(texts: readonly string[], values: ReadonlyMap<string, string>): Set<string> {
  const used = new Set<string>()
  const pending = texts.flatMap(variablesIn)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (used.has(name)) continue
    used.add(name)
    for (const one of variablesIn(values.get(name) ?? '')) pending.push(one)
  }
  return used
}
