import { hasClientCertificate } from '../../common/endpoints.ts'
import type { Api } from '../../contract/calls.ts'
import { compareExchanges } from '../compare-exchanges/compare-exchanges.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import { recordedToken } from '../history/recorded-token.ts'
import { planSendAgain } from '../send-again/plan-send-again.ts'

type HistoryActCalls = Pick<Api<CallContext>, 'compareExchanges' | 'getRecordedToken' | 'planSendAgain'>

/** What can be asked of an exchange of the history. */
export function historyActCalls(core: CoreContext): HistoryActCalls {
  const { exchanges, apiCalls } = core.workspace
  const sideOf = (id: string) => {
    const exchange = exchanges.get(id)
    return exchange === null ? null : { exchange, token: recordedToken(core, exchange)?.token ?? null }
  }
  const savedCall = (id: string) => {
    const call = apiCalls.get(id)
    const environment = call === null ? null : findEnvironment(core, call.environmentId)
    const hasCertificate = environment !== null && hasClientCertificate(environment.value)
    return call === null ? null : withSandboxApi(call, core.sandbox.facts(), hasCertificate)
  }

  return {
    compareExchanges: async (ids) => {
      const [left, right] = [sideOf(ids.left), sideOf(ids.right)]
      if (left === null || right === null) return null
      return compareExchanges(left, right, (one, other) => core.session.answers.compare(one, other))
    },

    getRecordedToken: async ({ id }) => recordedToken(core, { id }),

    planSendAgain: async ({ id }) => {
      const exchange = exchanges.get(id)
      return exchange === null ? null : planSendAgain(core, exchange, savedCall)
    },
  }
}
