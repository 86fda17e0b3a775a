/** Writes what a person reads of a reason; its evidence comes by name, empty where there is none. */
export type CheckWriters = Readonly<Record<string, (evidence: (name: string) => string) => string>>

/** The key of a check: by its kid, or else by its thumbprint. */
export function keyName(evidence: (name: string) => string): string {
  if (evidence('kid') !== '') return `key ${evidence('kid')}`
  return evidence('thumbprint') === '' ? 'the key' : `the key without kid (thumbprint ${evidence('thumbprint')})`
}

/** A number of seconds in words. */
export function duration(text: string): string {
  const seconds = Math.abs(Number(text))
  if (seconds < 1) return 'less than a second'
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}
