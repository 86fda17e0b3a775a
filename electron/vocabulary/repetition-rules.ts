import type { NumberRule } from './number-rule.ts'

/** How often a call is repeated. */
export const repetitionsRule: NumberRule = {
  least: 2,
  most: 200,
  tooLow: 'At least twice.',
  tooHigh: 'At most 200 times.',
  unlike: 'Enter a whole number.',
}

/** Milliseconds from the end of one call to the beginning of the next. */
export const repetitionPauseRule: NumberRule = {
  least: 0,
  most: 60_000,
  tooLow: 'At least 0 s.',
  tooHigh: 'At most 60 s.',
  unlike: 'Enter a number of seconds.',
}

/** Milliseconds that a server may ask to wait; a repetition ends where it asks for more. @see RFC 9110 §10.2.3 */
export const longestWait = 60_000
