import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** Searches what is recorded. */
export function historySearchCalls({
  history,
}: CoreContext): Pick<Api<CallContext>, 'searchHistory' | 'readHistory' | 'historyFacts'> {
  return {
    searchHistory: async (filter) => (await history.opened()).search(filter),
    readHistory: async ({ searchId, from, count }) => (await history.opened()).read(searchId, from, count),
    historyFacts: async () => (await history.opened()).facts(),
  }
}
