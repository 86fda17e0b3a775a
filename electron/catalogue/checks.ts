import type { CheckReason } from '../contract/check-reasons.ts'
import { claimChecks } from './checks/claims.ts'
import { encryptionChecks } from './checks/encryption.ts'
import type { CheckEntry } from './checks/entry.ts'
import { keyChecks } from './checks/keys.ts'
import { openedChecks } from './checks/opened.ts'
import { profileChecks } from './checks/profile.ts'
import { signatureChecks } from './checks/signature.ts'

/** Result, section and evidence of every reason of a check. */
export const checks = {
  ...signatureChecks,
  ...keyChecks,
  ...encryptionChecks,
  ...openedChecks,
  ...claimChecks,
  ...profileChecks,
} as const satisfies Readonly<Record<CheckReason, CheckEntry>>
