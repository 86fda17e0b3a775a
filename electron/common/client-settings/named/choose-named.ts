import type { NamedText } from './named-text.ts'
import { meaningOfName, type MeantName } from './settings-names.ts'

/** A text whose name is understood. */
export type Meant = NamedText & MeantName

/** Words of names that are of a client for this flow, where a file has several. */
const ofMachines = new Set(['system', 'machine', 'm2m', 'service', 'backend', 'server', 'daemon', 'cc', 'credentials'])

/** All texts whose names are understood; those of the client that is meant come first, the nearest names before others. */
export function meantTexts(texts: readonly NamedText[]): Meant[] {
  const meant = texts.flatMap((named) => {
    const found = meaningOfName(named.name)
    return found === null || named.text === '' ? [] : [{ ...named, ...found }]
  })
  const { client, others } = clientsOf(meant)
  return meant
    .filter(({ before }) => !others.some((other) => sharedWords(before, other) === other.length))
    .map((one, index) => ({ one, index, shared: sharedWords(one.before, client) - one.before.length / 100 }))
    .toSorted((a, b) => b.shared - a.shared || a.index - b.index)
    .map(({ one }) => one)
}

/**
 * What is before `client_id` in the names of the client that is meant: one with a secret, for machines, the first; and of
 * other clients, whose addresses are none for its secret.
 */
function clientsOf(meant: readonly Meant[]): { client: readonly string[]; others: (readonly string[])[] } {
  const clients = new Map<string, { words: readonly string[]; hasId: boolean; hasSecret: boolean }>()
  for (const { meaning, before } of meant) {
    const isId = meaning === 'client_id' || meaning === 'app_id'
    if (!isId && meaning !== 'client_secret' && meaning !== 'private_key') continue
    const key = before.join(' ')
    const known = clients.get(key) ?? { words: before, hasId: false, hasSecret: false }
    clients.set(key, {
      ...known,
      hasId: known.hasId || isId,
      hasSecret: known.hasSecret || !isId,
    })
  }
  const rank = ({
    words,
    hasId,
    hasSecret,
  }: {
    words: readonly string[]
    hasId: boolean
    hasSecret: boolean
  }): number => (hasId ? 2 : 0) + (hasSecret ? 4 : 0) + (words.some((word) => ofMachines.has(word)) ? 1 : 0)
  const [first, ...rest] = [...clients.values()].toSorted((a, b) => rank(b) - rank(a))
  const client = first?.words ?? []
  const others = first?.hasId === true ? rest.filter(({ hasId }) => hasId).map(({ words }) => words) : []
  return { client, others: others.filter((other) => sharedWords(client, other) < other.length) }
}

function sharedWords(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}
