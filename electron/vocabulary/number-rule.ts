/** What a whole number must be, both ends included, and what is said of one that is not. */
export interface NumberRule {
  least: number
  most: number
  tooLow: string
  tooHigh: string
  /** Said of what is no whole number. */
  unlike: string
}

/** What is wrong with a number, as a sentence; null when nothing is. */
export function problemOfNumber({ least, most, tooLow, tooHigh, unlike }: NumberRule, value: number): string | null {
  if (!Number.isInteger(value)) return unlike
  if (value < least) return tooLow
  return value > most ? tooHigh : null
}
