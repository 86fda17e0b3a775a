import type { AuditSubject } from '../../electron/wording/audit-subjects.ts'
import type { TimeChoice } from '../filters/time-choice.ts'
import { createKept } from './kept.ts'

/** What is looked for in the audit trail; an empty text or list is all. */
export interface AuditView {
  text: string
  time: TimeChoice
  environmentIds: readonly string[]
  subjects: readonly AuditSubject[]
}

export const wholeTrail: AuditView = { text: '', time: { kind: 'any' }, environmentIds: [], subjects: [] }

export const isWhole = ({ text, time, environmentIds, subjects }: AuditView): boolean =>
  text.trim() === '' && time.kind === 'any' && environmentIds.length === 0 && subjects.length === 0

export const auditView = createKept<AuditView>(wholeTrail)
