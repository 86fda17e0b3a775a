import type { ScopesOfCall } from '../../../../../electron/common/scopes-of-call.ts'

/** What is needed beside what the held token has: `orders.read needed and granted`, or what is missing. */
export function scopeSentence({ needed, missing }: ScopesOfCall): string {
  if (missing === null) return `${needed.join(' ')} needed`
  return missing.length === 0 ? `${needed.join(' ')} needed and granted` : `missing: ${missing.join(' ')}`
}
