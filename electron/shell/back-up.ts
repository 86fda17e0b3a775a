import type { BackupResult } from '../contract/backup.ts'
import { errorMessage } from '../core/error-message.ts'
import { backUp } from '../core/workspace/recovery/back-up.ts'

/** Entry of the utility process that makes one backup of the workspace named by its argument, says how it went, and ends. */
const workspace = process.argv[2] ?? ''

void backUp(workspace, Date.now())
  .catch((error: unknown): BackupResult => {
    const message = errorMessage(error)
    return { kind: 'not_made', reason: { code: 'failed', evidence: { message } } }
  })
  .then((outcome) => process.parentPort.postMessage(outcome))
