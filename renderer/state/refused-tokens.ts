import { createKeyedStore } from './keyed-store.ts'

/** The exchange by which the token came that an API refused last, by environment. A newer token is not that one. */
export const refusedTokens = createKeyedStore<string>()
