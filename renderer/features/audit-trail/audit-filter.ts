import type { AuditFilter } from '../../../electron/contract/audit.ts'
import { kindsAbout } from '../../../electron/wording/audit-subjects.ts'
import { timeSpan } from '../../filters/time-choice.ts'
import type { AuditView } from '../../state/audit-view.ts'

/** What is asked for; `now` in milliseconds since 1970 is where spans end. */
export const filterOf = ({ text, time, environmentIds, subjects }: AuditView, now: number): AuditFilter => ({
  text: text.trim(),
  kinds: subjects.flatMap(kindsAbout),
  environmentIds,
  ...timeSpan(time, now),
})
