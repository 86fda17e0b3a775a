import type { KeepDeps } from '../core/history/keep-history.ts'
import { later } from './later.ts'

/** Long after the start, which does not need it. */
const afterStart = 60_000

/** Keeps the history within its limits while the app runs; gives the function that ends this. */
export function keepHistoryLater(deps: Omit<KeepDeps, 'later' | 'failed'>): () => void {
  let hasEnded = false
  let end = later(() => void begin(), afterStart)

  async function begin(): Promise<void> {
    const { keepHistory } = await import('../core/history/keep-history.ts')
    if (!hasEnded) end = keepHistory({ ...deps, later, failed })
  }

  return () => {
    hasEnded = true
    end()
  }
}

function failed(error: unknown): void {
  console.error('The history was not brought within its limits:', error)
}
