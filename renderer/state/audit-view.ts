import { createKept } from './kept.ts'

export const auditTimes = ['all', 'today', '7', '30', '365', 'between'] as const
export type AuditTime = (typeof auditTimes)[number]

/** What is looked for in the audit trail; an empty text is all. */
export interface AuditView {
  text: string
  time: AuditTime
  /** Days of the calendar as `2026-11-28`, both included; of the time `between`. */
  fromDay: string
  toDay: string
  environmentId: string
  subject: string
}

export const wholeTrail: AuditView = { text: '', time: 'all', fromDay: '', toDay: '', environmentId: '', subject: '' }

export const auditView = createKept<AuditView>(wholeTrail)
