import type { Api, CallInput } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import type { SaveProblem } from '../../contract/save-problem.ts'
import { makeFlowEvidence } from '../flow-run/flow-evidence.ts'
import { makeEvidence } from '../flow/make-evidence.ts'
import { makeExchangeEvidence } from '../history/exchange-evidence.ts'
import { systemFailureOf } from '../system-failure.ts'

type Input = CallInput<'copyEvidence'>

/** Makes a summary of a token, of a flow or of an exchange, for a ticket. */
export function evidenceCalls(core: CoreContext): Pick<Api<CallContext>, 'copyEvidence' | 'saveEvidence'> {
  return {
    copyEvidence: async (input) => {
      const made = await make(core, input)
      if (made === null) return goneOf(input)
      core.copyText(made.text)
      return null
    },

    saveEvidence: async (input) => {
      const made = await make(core, input)
      if (made === null) return { kind: 'failed', reason: goneOf(input) }
      try {
        const path = await core.saveFile(made.fileName, made.text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },
  }
}

function make(core: CoreContext, input: Input) {
  if ('exchangeId' in input) return makeExchangeEvidence(core, input)
  return 'choice' in input ? makeFlowEvidence(core, input) : makeEvidence(core, input)
}

function goneOf(input: Input): SaveProblem {
  if ('exchangeId' in input) return { code: 'exchange_gone', evidence: {} }
  return { code: 'choice' in input ? 'flow_gone' : 'token_gone', evidence: {} }
}
