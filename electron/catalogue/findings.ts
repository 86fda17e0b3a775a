import type { FindingCode } from '../contract/finding.ts'
import { causes } from './causes.ts'
import { apiFindings } from './findings/api.ts'
import { bodyFindings } from './findings/body.ts'
import { clientFindings } from './findings/client.ts'
import type { FindingEntry } from './findings/entry.ts'
import { introspectionFindings } from './findings/introspection.ts'
import { metadataFindings } from './findings/metadata.ts'
import { refusalFindings } from './findings/refusal.ts'
import { successFindings } from './findings/success.ts'
import { tokenAnswerFindings } from './findings/token-answer.ts'

/** Severity, section and evidence of every finding. */
export const findings = {
  ...bodyFindings,
  ...tokenAnswerFindings,
  ...refusalFindings,
  ...apiFindings,
  ...introspectionFindings,
  ...metadataFindings,
  ...clientFindings,
  ...successFindings,
  ...causes,
} as const satisfies Readonly<Record<FindingCode, FindingEntry>>
