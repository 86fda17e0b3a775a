import type { ChosenExchanges } from '../../contract/history.ts'
import { removedAtOnce } from './removed-at-once.ts'
import { exchangeRemover, type RemoveDeps } from './remove-exchanges.ts'

/** Deletes exchanges for good; how many there were. Of what a search found, pinned ones stay. `onGone` hears after each step how many are gone. */
export async function deleteExchanges(
  deps: RemoveDeps,
  chosen: ChosenExchanges,
  idsOfSearch: (searchId: string) => Promise<readonly string[]> = async () => [],
  onGone: (count: number) => void = () => {},
): Promise<number> {
  const ids = chosen.kind === 'ids' ? chosen.ids : await idsOfSearch(chosen.searchId)
  const keeps = chosen.kind === 'ids' ? 'nothing' : 'pinned'
  const { remove, close } = exchangeRemover(deps)
  let count = 0
  try {
    for (let at = 0; at < ids.length; at += removedAtOnce) {
      count += await remove({ ids: ids.slice(at, at + removedAtOnce), keeps })
      onGone(count)
    }
  } finally {
    await close()
  }
  return count
}
