import type { CoreContext } from '../core-context.ts'
import { discoveryCalls } from './discovery.ts'
import { inspectingCalls } from './inspecting.ts'
import { introspectionCalls } from './introspection.ts'
import { previewCalls } from './preview.ts'
import { revocationCalls } from './revocation.ts'
import { secretCalls } from './secrets.ts'
import { sendingCalls } from './sending.ts'
import { tokenCalls } from './tokens.ts'
import { variableCalls } from './variables.ts'
import { verificationCalls } from './verification.ts'

/** What sends, reads and judges: most of core, in one file of the bundle. */
export const engineCalls = (core: CoreContext) => ({
  ...tokenCalls(core),
  ...introspectionCalls(core),
  ...revocationCalls(core),
  ...sendingCalls(core),
  ...verificationCalls(core),
  ...discoveryCalls(core),
  ...previewCalls(core),
  ...inspectingCalls,
  ...secretCalls(core),
  ...variableCalls(core),
})
