import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { makeEvidence } from '../flow/make-evidence.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Makes a summary of a token for a ticket. */
export function evidenceCalls(core: CoreContext): Pick<Api<CallContext>, 'copyEvidence' | 'saveEvidence'> {
  return {
    copyEvidence: async (input) => {
      const made = await makeEvidence(core, input)
      if (made === null) return gone
      core.copyText(made.text)
      return null
    },

    saveEvidence: async (input) => {
      const made = await makeEvidence(core, input)
      if (made === null) return { kind: 'failed', reason: gone }
      try {
        const path = await core.saveFile(made.fileName, made.text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },
  }
}

const gone = { code: 'token_gone', evidence: {} } as const
