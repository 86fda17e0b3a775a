import type { DatabaseSync } from 'node:sqlite'
import { type FindingCode, findingCodeSchema } from '../../contract/finding.ts'
import type { HistoryFacts } from '../../contract/history.ts'
import { environmentNames } from './environment-names.ts'
import { type FactColumns, flag } from './fact-columns.ts'
import { textsOf } from './texts-of.ts'

/** Hosts that are given to choose from. */
const mostHosts = 500

export function historyFacts(workspace: DatabaseSync, index: DatabaseSync, facts: FactColumns): () => HistoryFacts {
  const nameOf = environmentNames(workspace)
  const nameThen = index.prepare(
    "SELECT environment_name AS name FROM facts WHERE environment_id = ? AND environment_name <> '' ORDER BY started DESC LIMIT 1",
  )

  return () => {
    const { exchanges, bytes, pinned, ofWatch, oldest, hosts, findings, environments } = counted(facts)
    const gone = environments.filter((id) => nameOf(id) === null)
    return {
      exchanges,
      bytes,
      pinned,
      ofWatch,
      oldest,
      hosts: hosts.toSorted().slice(0, mostHosts),
      findings: byCode(findings),
      goneEnvironments: gone.map((id) => ({ id, name: String(nameThen.get(id)?.['name'] ?? '') })),
      unrecorded: textsOf(workspace, 'SELECT environment_id AS text FROM unrecorded_environments'),
    }
  }
}

/** Figures of all facts, and the texts that are among them. */
function counted(facts: FactColumns) {
  const { flags, started, bytes, hosts, findings, environments } = facts.columns
  const [isHost, isEnvironment] = [new Uint8Array(facts.texts.length), new Uint8Array(facts.texts.length)]
  const findingCounts = new Uint32Array(facts.texts.length)
  let [exchanges, sum, pinned, ofWatch, oldest] = [0, 0, 0, 0, Infinity]
  for (const place of facts.order) {
    const flagged = flags[place] ?? 0
    if (flagged & flag.gone) continue
    exchanges += 1
    sum += bytes[place] ?? 0
    if (flagged & flag.pinned) pinned += 1
    if (flagged & flag.ofWatch) ofWatch += 1
    oldest = Math.min(oldest, started[place] ?? 0)
    isHost[hosts[place] ?? 0] = 1
    isEnvironment[environments[place] ?? 0] = 1
    findingCounts[findings[place] ?? 0] = (findingCounts[findings[place] ?? 0] ?? 0) + 1
  }
  const named = (marked: Uint8Array): string[] =>
    facts.texts.filter((text, place) => text !== '' && marked[place] === 1)
  return {
    exchanges,
    bytes: sum,
    pinned,
    ofWatch,
    oldest: exchanges === 0 ? null : oldest,
    hosts: named(isHost),
    environments: named(isEnvironment),
    findings: facts.texts.map((text, place) => ({ codes: text, count: findingCounts[place] ?? 0 })),
  }
}

/** Most frequent first. */
function byCode(counts: readonly { codes: string; count: number }[]): HistoryFacts['findings'] {
  const found = new Map<FindingCode, number>()
  for (const { codes, count } of counts) {
    if (count === 0 || codes === '') continue
    for (const text of codes.split(' ')) {
      const { data: code } = findingCodeSchema.safeParse(text)
      if (code !== undefined) found.set(code, (found.get(code) ?? 0) + count)
    }
  }
  return [...found].map(([code, count]) => ({ code, count })).toSorted((one, other) => other.count - one.count)
}
