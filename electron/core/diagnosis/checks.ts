import type { Check } from './check.ts'
import { secretValue } from './checks/secret-value.ts'
import { serverWords } from './checks/server-words.ts'

/** Everything that is looked at, in the order in which people read the list. Causes of one strength keep this order. */
export const checks: readonly Check[] = [serverWords, secretValue]
