import type { Api } from '../../contract/calls.ts'
import { harOf } from '../exporting/har.ts'
import type { CallContext, Desk } from '../environment/desk.ts'
import { wordsOf } from '../error-message.ts'

/** Writes what was recorded to files that the person chooses. */
export function exportCalls({ ports }: Desk): Pick<Api<CallContext>, 'saveHar'> {
  return {
    saveHar: async ({ exchangeIds }) => {
      const exchanges = exchangeIds.flatMap((id) => ports.workspace.exchanges.get(id) ?? [])
      const text = harOf(exchanges, { name: 'Client Credentials Explorer', version: ports.version })
      try {
        const path = await ports.saveFile('exchanges.har', text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', message: wordsOf(error) }
      }
    },
  }
}
