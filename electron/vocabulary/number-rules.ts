import type { NumberRule } from './number-rule.ts'

const seconds = (least: number): NumberRule => ({
  least,
  most: 86_400,
  tooLow: `At least ${least} ${least === 1 ? 'second' : 'seconds'}.`,
  tooHigh: 'At most 86,400 seconds.',
  unlike: 'Enter a whole number of seconds.',
})

/** Milliseconds, said in seconds. */
const limit = (most: number): NumberRule => ({
  least: 100,
  most,
  tooLow: 'At least 0.1 s.',
  tooHigh: `At most ${most / 1000} s.`,
  unlike: 'Enter a number of seconds.',
})

/** Seconds from `iat` to `exp` of a client assertion. */
export const assertionLifetimeRule = seconds(1)
/** Seconds before its expiry from which a token is not reused. */
export const renewBeforeRule = seconds(0)

/** Of each time limit, in milliseconds. */
export const timeLimitRules = { connect: limit(600_000), firstByte: limit(3_600_000), total: limit(3_600_000) }

const notTooLarge = 'Enter a whole number that is not too large.'
const remembered = (most: number): NumberRule => ({
  least: 0,
  most,
  tooLow: notTooLarge,
  tooHigh: notTooLarge,
  unlike: notTooLarge,
})

/** Preferences: seconds for which a fetched secret is kept in memory, and days after which a stored one is called old. */
export const preferenceRules = {
  secretCacheSeconds: remembered(86_400),
  secretReminderDays: remembered(3650),
}

/** Of exchanges that are kept; 0 has no limit. */
export const historyLimitRules = { days: remembered(36_500), megabytes: remembered(1_000_000) }

/** The version of a secret in HashiCorp Vault; 0 is the newest. */
export const vaultVersionRule: NumberRule = {
  ...remembered(1_000_000),
  unlike: 'Enter the number of a version, or leave it empty.',
}
