import type { EvidenceNames } from '../../electron/catalogue/evidence.ts'

/** Values for evidence that is counted; the other names stand for themselves. */
const numbers: Readonly<Record<string, string>> = {
  secondsAgo: '90',
  secondsToGo: '90',
  seconds: '90',
  clockOffset: '90',
  left: '90',
  wait: '30',
  expiresIn: '600',
  expires_in: '3600',
  until: '1796040000000',
  nbf: '1796040000',
  offset: '17',
  status: '400',
  calls: '38',
  tokens: '2',
}

export const sampleOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, numbers[name] ?? `{${name}}`]))

/** Evidence of a code: where what it may be is a closed list, all of it, once for each that is on the list. */
export function samplesFor({ evidence, optional = [], values = {} }: EvidenceNames): Record<string, string>[] {
  const all = sampleOf([...evidence, ...optional])
  const lists = Object.entries(values)
  if (lists.length === 0) return [sampleOf(evidence)]
  const first = Object.fromEntries(lists.map(([name, [value = '']]) => [name, value]))
  return lists.flatMap(([name, list]) => list.map((value) => ({ ...all, ...first, [name]: value })))
}

/** The same with the evidence that a code always has alone, and with all that it may have as well. */
export function fewAndAll(entry: EvidenceNames): Record<string, string>[] {
  const { evidence, optional = [], values = {} } = entry
  const closed = Object.fromEntries(Object.entries(values).map(([name, [value = '']]) => [name, value]))
  const few = Object.entries({ ...sampleOf(evidence), ...closed }).filter(([name]) => evidence.includes(name))
  return [Object.fromEntries(few), { ...sampleOf([...evidence, ...optional]), ...closed }, ...samplesFor(entry)]
}
