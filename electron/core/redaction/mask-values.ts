import type { Mask } from './mask.ts'

/** Evidence with what must not be shown masked in its values. */
export function maskValues(evidence: Readonly<Record<string, string>>, mask: Mask): Record<string, string> {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, mask(value)]))
}
