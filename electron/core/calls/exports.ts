import type { Api } from '../../contract/calls.ts'
import type { SaveOutcome } from '../../contract/outcome.ts'
import { bodyFile } from '../exporting/body-file.ts'
import { harOf } from '../exporting/har.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Writes what was recorded to files that the person chooses. */
export function exportCalls(core: CoreContext): Pick<Api<CallContext>, 'saveHar' | 'saveResponseBody'> {
  const save = async (name: string, content: string | Uint8Array): Promise<SaveOutcome> => {
    try {
      const path = await core.saveFile(name, content)
      return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
    } catch (error) {
      return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
    }
  }
  return {
    saveHar: ({ exchangeIds }) => {
      const exchanges = exchangeIds.flatMap((id) => core.workspace.exchanges.get(id) ?? [])
      return save('exchanges.har', harOf(exchanges, { name: 'Client Credentials Explorer', version: core.version }))
    },

    saveResponseBody: async ({ id }) => {
      const response = core.workspace.exchanges.get(id)?.response ?? null
      if (response === null) return null
      const { name, content } = bodyFile(response)
      return save(name, content)
    },
  }
}
