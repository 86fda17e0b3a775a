import type { Exchange } from '../../../../electron/contract/exchange.ts'
import { tabAfter } from '../../../exchange-view/tab-after.ts'
import { createKept, useKept } from '../../../state/kept.ts'

export const entryTabs = ['request', 'response', 'timing', 'tls', 'flow'] as const
export type EntryTab = (typeof entryTabs)[number]

const chosenTab = createKept<EntryTab | null>(null)

/** The tab that a person chose stays from one exchange to the next; without a choice it is the one that says why. */
export function useEntryTab(exchange: Exchange): [EntryTab, (tab: EntryTab) => void] {
  const [chosen, choose] = useKept(chosenTab)
  return [chosen ?? tabAfter(exchange) ?? 'response', (tab) => choose(() => tab)]
}
