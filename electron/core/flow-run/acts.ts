import type { FlowActName } from '../../contract/flow.ts'
import type { Act } from './act.ts'
import { callAct, callAgainAct } from './acts/call.ts'
import { introspectAct, introspectAgainAct } from './acts/introspect.ts'
import { revokeAct } from './acts/revoke.ts'
import { tokenAct } from './acts/token.ts'
import { verifyAct } from './acts/verify.ts'

export const acts: Readonly<Record<FlowActName, Act>> = {
  token: tokenAct,
  verify: verifyAct,
  introspect: introspectAct,
  call: callAct,
  revoke: revokeAct,
  introspect_again: introspectAgainAct,
  call_again: callAgainAct,
}
