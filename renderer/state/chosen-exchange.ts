import { createKeyedStore, useKeyed } from './keyed-store.ts'

/** A choice holds until something newer happens. `chain` is the end of the chain that it was chosen from. */
interface ChosenExchange {
  id: string
  chain: string
  whileNewest: string | null
}

/** By environment. */
const chosen = createKeyedStore<ChosenExchange>()

/** The exchange that the drawer shows instead of the newest. */
export const useChosenExchange = (environmentId: string): ChosenExchange | null => useKeyed(chosen, environmentId)

export const chooseExchange = (environmentId: string, choice: ChosenExchange): void => chosen.set(environmentId, choice)
