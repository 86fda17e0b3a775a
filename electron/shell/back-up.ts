import { backUp } from '../core/workspace/recovery/back-up.ts'

/** Entry of the utility process that makes one backup of the workspace named by its argument, says how it went, and ends. */
const workspace = process.argv[2] ?? ''

void backUp(workspace, Date.now())
  .catch((error: unknown) => ({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }))
  .then((outcome) => process.parentPort.postMessage(outcome))
