import { foldedFact, foldedLabel } from '../../wording/flow/extras.ts'
import { milliseconds } from '../../wording/milliseconds.ts'
import type { Row } from '../picture.ts'
import { rowOf } from './row.ts'

/** More of a kind than these are one row. */
const most = 2

/** Rows of a kind that follow each other, folded where they are many; `hidden` is how many more there were at the end. */
export function fold(rows: readonly Row[], hidden: number): Row[] {
  return groupsOf(rows).flatMap((group, index, groups) => {
    const more = index === groups.length - 1 ? hidden : 0
    return group.length + more > most ? foldedRow(group, more) : group
  })
}

function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group?.[0]?.icon === row.icon) group.push(row)
    else groups.push([row])
  }
  return groups
}

function foldedRow(group: readonly Row[], hidden: number): Row[] {
  const [first, last] = [group[0], group.at(-1)]
  if (first === undefined || last === undefined) return []
  const { icon } = first
  if (icon !== 'redirect' && icon !== 'nonce' && icon !== 'renewal' && icon !== 'keys') return [...group]
  const ms = group.reduce((sum, row) => sum + (row.ms ?? 0), 0)
  return [
    rowOf({
      ...last,
      id: `${first.id}.folded`,
      label: foldedLabel(icon, group.length + hidden),
      isBytes: false,
      facts: foldedFact(first.label, last.label, hidden),
      result: last.state === 'done' ? milliseconds(ms) : last.result,
      ms,
      exchangeId: null,
      folded: group,
    }),
  ]
}
