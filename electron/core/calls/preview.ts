import { problem, problemAt } from '../problem.ts'
import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { curlOfExchange } from '../curl/curl.ts'
import { currentEnvironment, findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { curlFor, previewTokenRequest } from '../flow/preview.ts'

/** Requests that are shown or copied, and not sent. They are built by the same functions as those that are sent. */
export function previewCalls(core: CoreContext): Pick<Api<CallContext>, 'previewTokenRequest' | 'copyAsCurl'> {
  return {
    previewTokenRequest: async ({ environmentId, value, secrets, reveal }, { signal }) => {
      const environment = currentEnvironment(core, environmentId, value, { typed: secrets, offline: true })
      return previewTokenRequest(core, environment, { secrets, reveal }, signal)
    },

    copyAsCurl: async (input, context) => {
      if (input.kind === 'exchange') {
        const exchange = core.workspace.exchanges.get(input.id)
        if (exchange === null) return { kind: 'not_sent', problems: [exchangeGone] }
        core.copySecret(curlOfExchange(exchange))
        return { kind: 'copied' }
      }
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const command = await curlFor(core, environment, input.kind === 'token' ? null : input, context)
      if (!command.ok) return { kind: 'not_sent', problems: command.problems }
      core.copySecret(command.value)
      return { kind: 'copied' }
    },
  }
}

const exchangeGone = problemAt('id', problem('exchange_gone'))
