import type { CheckReason } from '../../contract/check-reasons.ts'

/** Writes what a person reads of a reason; its evidence comes by name, empty where there is none. */
export type CheckWriter = (evidence: (name: string) => string) => string
export type CheckWriters = Readonly<Partial<Record<CheckReason, CheckWriter>>>

/** The key of a check: by its kid, or else by its thumbprint. */
export function keyName(evidence: (name: string) => string): string {
  if (evidence('kid') !== '') return `key ${evidence('kid')}`
  return evidence('thumbprint') === '' ? 'the key' : `the key without kid (thumbprint ${evidence('thumbprint')})`
}
