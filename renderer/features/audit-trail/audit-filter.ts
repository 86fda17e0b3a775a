import type { AuditFilter } from '../../../electron/contract/audit.ts'
import { auditSubjects, kindsAbout } from '../../../electron/wording/audit-subjects.ts'
import { oneOf } from '../../../electron/common/one-of.ts'
import type { AuditView } from '../../state/audit-view.ts'

/** What is asked for. Days begin at this computer's midnight; `now` is in milliseconds since 1970. */
export function filterOf({ text, time, fromDay, toDay, environmentId, subject }: AuditView, now: number): AuditFilter {
  const about = oneOf(auditSubjects, subject)
  const days = { all: null, today: 0, '7': 6, '30': 29, '365': 364, between: null }[time]
  const isBetween = time === 'between'
  return {
    text: text.trim(),
    kinds: about === null ? [] : kindsAbout(about),
    environmentIds: environmentId === '' ? [] : [environmentId],
    from: days === null ? (isBetween ? startOfDay(fromDay, 0) : null) : midnight(new Date(now), -days),
    to: isBetween ? startOfDay(toDay, 1) : null,
  }
}

/** Null for what is no day. */
function startOfDay(day: string, later: number): number | null {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number)
  const at = midnight(new Date(year, month - 1, date), later)
  return day === '' || Number.isNaN(at) ? null : at
}

const midnight = (date: Date, later: number): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + later).getTime()
