import { setImmediate as pause } from 'node:timers/promises'
import { assertionText } from '../../wording/assertions.ts'
import { apiBodyLines, callChange, callTitle, rowLine } from '../../wording/import/calls.ts'
import type { ApiCall } from '../../contract/api-call.ts'

export type ComparedCall = Omit<ApiCall, 'environmentId'>

/** One thing that differs, as text for people; empty where it is not there. */
export interface Change {
  field: string
  before: string
  after: string
}

/** Calls whose differences are listed; the others are counted. */
const mostCalls = 100
/** Calls that are compared between two breaths. */
const atOnce = 250

/** What differs between the saved calls of two environments: by call, and of each by its fields. */
export async function callChanges(before: readonly ComparedCall[], after: readonly ComparedCall[]): Promise<Change[]> {
  const pairs = pairsOf(before, after)
  const listed: Change[] = []
  let changed = 0
  for (const [index, pair] of pairs.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const changes = changesOfPair(pair)
    if (changes.length > 0 && ++changed <= mostCalls) listed.push(...changes)
  }
  const more = changed - mostCalls
  const counted = more > 0 ? [{ field: callChange.more(more), before: '', after: '' }] : []
  return numbered([...listed, ...counted, ...orderChange(before, after, pairs)])
}

interface Pair<Call> {
  before: Call | null
  after: Call | null
}

/** By id, else by name: a file of another workspace has other ids. */
export function pairsOf<Call extends ComparedCall>(before: readonly Call[], after: readonly Call[]): Pair<Call>[] {
  const byId = new Map(before.map((call) => [call.id, call]))
  const others = new Map<string, Call[]>()
  const ids = new Set(after.map(({ id }) => id))
  for (const call of before) {
    if (ids.has(call.id)) continue
    const key = keyOf(call)
    const same = others.get(key)
    if (same === undefined) others.set(key, [call])
    else same.push(call)
  }
  const met = new Set<Call>()
  const pairs = after.map((call): Pair<Call> => {
    const other = byId.get(call.id) ?? others.get(keyOf(call))?.shift() ?? null
    if (other !== null) met.add(other)
    return { before: other, after: call }
  })
  return [
    ...pairs,
    ...before.filter((call) => !met.has(call)).map((call): Pair<Call> => ({ before: call, after: null })),
  ]
}

const keyOf = ({ folder, ...call }: ComparedCall) => JSON.stringify([folder, callTitle(call)])

function changesOfPair({ before, after }: Pair<ComparedCall>): Change[] {
  const call = before ?? after
  if (call === null) return []
  const title = callTitle(call)
  if (before === null || after === null) {
    const line = `${call.method} ${call.url}`
    const field = callChange.call(title)
    return [before === null ? { field, before: '', after: line } : { field, before: line, after: '' }]
  }
  const next = fieldsOf(after)
  return fieldsOf(before).flatMap(([field, from], index) => {
    const to = next[index]?.[1] ?? ''
    return from === to ? [] : [{ field: callChange.field(title, field), before: from, after: to }]
  })
}

function fieldsOf(call: ComparedCall): [string, string][] {
  const { name, folder, method, url, query, headers, body, scope, assertions, notes } = call
  const { authorization, followRedirects, renewOn401 } = call
  return [
    ['name', name],
    ['folder', folder],
    ['method', method],
    ['url', url],
    ['query', query.map((row) => rowLine(row, '=')).join('\n')],
    ['headers', headers.map((row) => rowLine(row, ': ')).join('\n')],
    ['body', apiBodyLines(body).join('\n')],
    ['authorization', authorization],
    ['followRedirects', String(followRedirects)],
    ['renewOn401', String(renewOn401)],
    ['scope', scope],
    ['assertions', assertions.map(assertionText).join('\n')],
    ['notes', notes],
  ]
}

/** Whether the calls that are in both are in another order. */
function orderChange(
  before: readonly ComparedCall[],
  after: readonly ComparedCall[],
  pairs: readonly Pair<ComparedCall>[],
): Change[] {
  const place = new Map(before.map((call, index) => [call, index]))
  const places = pairs.flatMap((pair) =>
    pair.before === null || pair.after === null ? [] : [place.get(pair.before) ?? 0],
  )
  if (places.every((at, index) => index === 0 || (places[index - 1] ?? 0) < at)) return []
  const titles = (calls: readonly ComparedCall[]) => calls.map(callTitle).join('\n')
  return [{ field: callChange.order, before: titles(before), after: titles(after) }]
}

/** Two calls may have one name. */
function numbered(changes: readonly Change[]): Change[] {
  const counts = new Map<string, number>()
  return changes.map(({ field, before, after }) => {
    const count = (counts.get(field) ?? 0) + 1
    counts.set(field, count)
    return { field: count === 1 ? field : `${field} (${count})`, before, after }
  })
}
