import { createKept, keep, useKept } from './kept.ts'

/** An exchange that waits for the one that it is compared with. */
export interface MarkedExchange {
  id: string
  startedAt: number
  /** Method and path, for a person. */
  title: string
}

const marked = createKept<MarkedExchange | null>(null)

export const keepMarked = (exchange: MarkedExchange | null): void => keep(marked, exchange)

export const useMarkedExchange = (): MarkedExchange | null => useKept(marked)[0]
