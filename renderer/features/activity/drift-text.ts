import { uncapital } from '../../../electron/common/uncapital.ts'
import type { Drift } from '../../../electron/contract/drift.ts'
import { driftClause } from '../../../electron/wording/drift/drift-clause.ts'
import { count } from '../../ui/count.ts'
import { momentText, sinceText } from './calendar-text.ts'

/** ` (until Thu 26 Nov, 09:12)` of what is over; nothing of what is not, or does not end. */
export const untilText = ({ endedAt }: Pick<Drift, 'endedAt'>): string =>
  endedAt === null ? '' : ` (until ${momentText(endedAt)})`

/** Clauses that a banner has room for. */
const mostClauses = 3

/** `2 things changed since Thursday`. */
export function driftTitle(drift: readonly Drift[], now: number): string {
  const oldest = Math.min(...drift.map(({ at }) => at))
  return `${count(drift.length, 'thing')} changed ${sinceText(oldest, now)}`
}

/** `New signing key, and the lifetime fell from 86400 to 3600 s.` In the order of time, given the newest first. */
export function driftReason(drift: readonly Drift[]): string {
  const clauses = [...new Set(drift.toReversed().map(driftClause))]
  const more = clauses.length > mostClauses ? [`${clauses.length - mostClauses} more`] : []
  const shown = [...clauses.slice(0, mostClauses), ...more]
  const last = shown.length > 1 ? shown.pop() : undefined
  return `${[shown.map(loweredAfterFirst).join(', '), ...(last === undefined ? [] : [uncapital(last)])].join(', and ')}.`
}

const loweredAfterFirst = (clause: string, index: number): string => (index === 0 ? clause : uncapital(clause))
