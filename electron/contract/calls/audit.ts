import { z } from 'zod'
import { auditFormats } from '../../vocabulary/audit.ts'
import { historyLimits } from '../../vocabulary/history.ts'
import { auditFilterSchema, auditPageSchema, auditVerificationSchema } from '../audit.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { nothing } from './inputs.ts'

/** The audit trail. */
export const auditCalls = {
  /** Newest first. */
  listAuditEntries: {
    input: z.strictObject({
      filter: auditFilterSchema,
      skip: z.number().int().min(0),
      count: z.number().int().min(1).max(historyLimits.rowsMaximum),
    }),
    output: auditPageSchema,
  },
  verifyAudit: { input: nothing, output: auditVerificationSchema },
  exportAudit: {
    input: z.strictObject({ filter: auditFilterSchema, format: z.enum(auditFormats) }),
    output: saveOutcomeSchema,
  },
}
