import type { ChosenExchanges } from '../../contract/history.ts'
import { type AuditDeps, recordDone } from '../audit/record.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { deleteExchanges } from './delete-exchanges.ts'
import type { RemoveDeps } from './remove-exchanges.ts'

type Deps = RemoveDeps & AuditDeps & Pick<Ports, 'notify'> & WithWorkspace<'beforeClose'>

/** Deletes exchanges, and records how many are gone: also where it fails midway, or the workspace is closed meanwhile. */
export async function deleteAndRecord(
  deps: Deps,
  chosen: ChosenExchanges,
  idsOfSearch: (searchId: string) => Promise<readonly string[]>,
): Promise<number> {
  let gone = 0
  const record = (): void => {
    forget()
    recordDone(deps, 'history_deleted', null, { count: String(gone) })
  }
  let isClosed = false
  const forget = deps.workspace.beforeClose(() => {
    isClosed = true
    if (gone > 0) record()
  })
  try {
    const count = await deleteExchanges(deps, chosen, idsOfSearch, (now) => (gone = now))
    if (!isClosed) record()
    return count
  } catch (error) {
    if (gone > 0 && !isClosed) record()
    throw error
  } finally {
    forget()
  }
}
