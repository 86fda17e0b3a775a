import type { Api } from '../../contract/calls.ts'
import { harOf } from '../exporting/har.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Writes what was recorded to files that the person chooses. */
export function exportCalls(core: CoreContext): Pick<Api<CallContext>, 'saveHar'> {
  return {
    saveHar: async ({ exchangeIds }) => {
      const exchanges = exchangeIds.flatMap((id) => core.workspace.exchanges.get(id) ?? [])
      const text = harOf(exchanges, { name: 'Client Credentials Explorer', version: core.version })
      try {
        const path = await core.saveFile('exchanges.har', text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },
  }
}
