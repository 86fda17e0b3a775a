import { setImmediate as breath } from 'node:timers/promises'
import type { Api } from '../../contract/calls.ts'
import type { ChosenExchanges } from '../../contract/history.ts'
import type { SaveOutcome } from '../../contract/outcome.ts'
import type { HistoryFormat } from '../../vocabulary/history.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { allSecrets } from '../environment/all-secrets.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Milliseconds between two notices of how far it came. */
const noticeEach = 100

/** Writes exchanges of the history to a file that the person chooses. */
export function historyExportCalls(core: CoreContext): Pick<Api<CallContext>, 'exportHistory'> {
  return {
    exportHistory: async ({ chosen, format }, context) => {
      const nothing: SaveOutcome = { kind: 'failed', reason: { code: 'nothing_to_export', evidence: {} } }
      const begun = await begin(core, chosen, format)
      if (begun === null || begun.total === 0) return nothing
      const count = { written: 0 }
      try {
        const path = await core.saveInParts(
          `history.${format}`,
          partsOf(core, begun, context, (written) => (count.written = written)),
        )
        if (path === null) return { kind: 'cancelled' }
        recordDone(core, 'history_exported', null, { count: String(count.written), format, to: path })
        return { kind: 'saved', path }
      } catch (error) {
        if (context.signal.aborted) return { kind: 'cancelled' }
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      } finally {
        await begun.end()
      }
    },
  }
}

async function begin(core: CoreContext, chosen: ChosenExchanges, format: HistoryFormat) {
  const history = await core.history.opened()
  const { values } = format === 'jsonl' ? await allSecrets(core) : { values: [] }
  const creator = { name: 'Client Credentials Explorer', version: core.version }
  const begun = await history.beginExport(chosen, { format, creator, secrets: values })
  if (begun === null) return null
  const { exportId, total } = begun
  return { total, next: () => history.nextPart(exportId), end: () => history.endExport(exportId) }
}

/** The parts as the thread makes them: none is made before the one before it is written. */
async function* partsOf(
  { notify }: Pick<CoreContext, 'notify'>,
  { total, next }: NonNullable<Awaited<ReturnType<typeof begin>>>,
  { flowId, signal }: CallContext,
  onWritten: (written: number) => void,
): AsyncGenerator<string, void> {
  let noticedAt = performance.now()
  for (;;) {
    signal.throwIfAborted()
    const part = await next()
    if (part === null) return
    onWritten(part.written)
    yield part.text
    if (performance.now() - noticedAt < noticeEach) continue
    noticedAt = performance.now()
    notify({ kind: 'export_progress', flowId, done: part.done, total })
    await breath()
  }
}
