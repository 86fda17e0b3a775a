import type { Exchange } from '../contract/exchange.ts'

/** Who had an exchange sent, where it was no person with a click on this very request; null for a person. */
export function sentBy({ isOfWatch, isOfProbe }: Pick<Exchange, 'isOfWatch' | 'isOfProbe'>): string | null {
  if (isOfWatch === true) return 'the watch'
  return isOfProbe === true ? 'a probe of the review' : null
}
