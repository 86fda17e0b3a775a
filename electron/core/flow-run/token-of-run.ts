import type { FlowAct } from '../../contract/flow.ts'
import type { WithSession } from '../core-context.ts'
import { problem, problemAt } from '../problem.ts'
import type { Seen } from './watch.ts'

/** Notices when another request gives the environment another token: what comes then would be said of the wrong one. */
export function tokenOfRun({ session }: WithSession<'tokens'>, environmentId: string, seen: Seen) {
  const current = () => session.tokens.get(environmentId)?.held.exchangeId
  let known = current()
  return {
    isReplaced: (): boolean => {
      const held = current()
      if (held !== undefined && held !== known && !seen.ids.has(held)) return true
      known = held
      return false
    },
  }
}

export const replacedToken: Pick<FlowAct, 'state' | 'result'> = {
  state: 'failed',
  result: { kind: 'not_sent', problems: [problemAt('access_token', problem('flow_token_replaced'))] },
}
