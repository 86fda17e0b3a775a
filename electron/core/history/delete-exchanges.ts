import type { ChosenExchanges } from '../../contract/history.ts'
import type { WithWorkspace } from '../core-context.ts'
import { inSteps } from './in-steps.ts'

/** Deletes exchanges for good, in steps; how many there were. Of what a search found, pinned ones stay. */
export async function deleteExchanges(
  { workspace: { exchanges, exchangeMarks } }: WithWorkspace<'exchanges' | 'exchangeMarks'>,
  chosen: ChosenExchanges,
  idsOfSearch: (searchId: string) => Promise<readonly string[]> = async () => [],
): Promise<number> {
  let count = 0
  if (chosen.kind === 'ids') {
    await inSteps(chosen.ids, (ids) => (count += exchanges.delete(ids)))
  } else {
    await inSteps(await idsOfSearch(chosen.searchId), (ids) => {
      count += exchanges.delete(ids.filter((id) => !exchangeMarks.get(id).isPinned))
    })
  }
  return count
}
