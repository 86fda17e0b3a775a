import { uncapital } from '../../../electron/common/uncapital.ts'
import type { Drift } from '../../../electron/contract/drift.ts'
import { driftMark } from '../../../electron/wording/drift/drift-clause.ts'
import { placeOf } from './latency-lines.ts'

/** Where something changed, in the chart. */
export interface Mark {
  /** From 0 to 1. */
  place: number
  /** `New key, shorter lifetime`; empty where there is no room for it, or all of it is expected. */
  label: string
  isExpected: boolean
  title: string
}

/** What is closer than this is one mark, and words need so much room. */
const together = 0.02
const roomOfWords = 0.28

/** The marks of a range, in the order of time. What comes together has one. */
export function marksOf(drift: readonly Drift[], span: { from: number; to: number }): Mark[] {
  const groups: Drift[][] = []
  // Of the same time, what was noticed first comes first.
  const inRange = drift.filter(({ at }) => at >= span.from && at < span.to)
  for (const each of inRange.toReversed().toSorted((one, other) => one.at - other.at)) {
    const first = groups.at(-1)?.[0]
    if (first !== undefined && placeOf(each.at, span) - placeOf(first.at, span) < together) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  const marks = groups.map((group) => markOf(group, span))
  return withRoom(marks)
}

function markOf(group: readonly Drift[], span: { from: number; to: number }): Mark {
  const open = group.filter(({ isExpected }) => !isExpected)
  const words = wordsOf(open.length > 0 ? open : group)
  return {
    place: placeOf(group[0]?.at ?? span.from, span),
    label: open.length > 0 ? words : '',
    isExpected: open.length === 0,
    title: words,
  }
}

function wordsOf(drift: readonly Drift[]): string {
  const all = [...new Set(drift.map(driftMark))]
  const shown = all.slice(0, 2).map((words, index) => (index === 0 ? words : uncapital(words)))
  return all.length > 2 ? `${shown.join(', ')} and ${all.length - 2} more` : shown.join(', ')
}

/** The newest keep their words, those before them as far as there is room. */
function withRoom(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  let labelled = 2
  for (const mark of marks.toReversed()) {
    const fits = mark.label !== '' && labelled - mark.place >= roomOfWords
    if (fits) labelled = mark.place
    kept.unshift(fits ? mark : { ...mark, label: '' })
  }
  return kept
}
