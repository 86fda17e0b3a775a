import type { z } from 'zod'
import type { CallName } from './call-names.ts'
import { activityCalls } from './calls/activity.ts'
import { appCalls } from './calls/app.ts'
import { auditCalls } from './calls/audit.ts'
import { driftCalls, watchCalls } from './calls/drift.ts'
import { environmentCalls } from './calls/environments.ts'
import { exchangeCalls } from './calls/exchanges.ts'
import { historyActCalls } from './calls/history-acts.ts'
import { historyEntryCalls } from './calls/history-entries.ts'
import { flowCalls } from './calls/flow.ts'
import { historyExportCalls, historySearchCalls } from './calls/history-search.ts'
import { reviewCalls } from './calls/review.ts'
import { secretCalls } from './calls/secrets.ts'
import { sharingCalls } from './calls/sharing.ts'
import { tokenCalls } from './calls/tokens.ts'
import { variableCalls } from './calls/variables.ts'

/** Every call: what goes in, what comes out. `Api` and all bindings derive from this. */
export const calls = {
  ...environmentCalls,
  ...secretCalls,
  ...auditCalls,
  ...variableCalls,
  ...tokenCalls,
  ...exchangeCalls,
  ...historyEntryCalls,
  ...historySearchCalls,
  ...historyExportCalls,
  ...historyActCalls,
  ...activityCalls,
  ...reviewCalls,
  ...driftCalls,
  ...watchCalls,
  ...flowCalls,
  ...sharingCalls,
  ...appCalls,
} satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

type Calls = typeof calls
export type CallInput<Name extends CallName> = z.infer<Calls[Name]['input']>
export type CallOutput<Name extends CallName> = z.infer<Calls[Name]['output']>

/** The whole of the core as its hosts see it. `Context` carries what a host adds, such as a signal to cancel. */
export type Api<Context> = {
  [Name in CallName]: (input: CallInput<Name>, context: Context) => Promise<CallOutput<Name>>
}

/** What crosses the process boundary: errors thrown over IPC lose their class, so they travel as values. */
export type Reply<Name extends CallName> =
  | { ok: true; value: CallOutput<Name> }
  | { ok: false; code: 'invalid_input' | 'forbidden' | 'internal'; message: string }
