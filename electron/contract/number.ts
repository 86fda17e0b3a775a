import { z } from 'zod'
import type { NumberRule } from '../vocabulary/number-rule.ts'

/** The schema of a whole number by its rule. */
export const wholeNumber = ({ least, most, tooLow, tooHigh }: NumberRule) =>
  z.number().int().min(least, tooLow).max(most, tooHigh)
