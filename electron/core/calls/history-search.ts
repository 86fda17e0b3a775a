import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** Searches what is recorded. */
export function historySearchCalls({
  history,
}: CoreContext): Pick<Api<CallContext>, 'searchHistory' | 'readHistory' | 'placeInHistory' | 'historyFacts'> {
  return {
    searchHistory: async (filter) => (await history.opened()).search(filter),
    readHistory: async ({ searchId, from, count }) => (await history.opened()).read(searchId, from, count),
    placeInHistory: async ({ searchId, id }) => (await history.opened()).place(searchId, id),
    historyFacts: async () => (await history.opened()).facts(),
  }
}
