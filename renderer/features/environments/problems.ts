import type { FieldProblem } from '../../../electron/contract/finding.ts'
import { sectionOf, type SectionName } from './sections.ts'

/** What is wrong, by the path of the field: what the form itself finds comes before what the preview says. */
export function problemsByField(
  errors: Readonly<Record<string, unknown>>,
  previewed: readonly FieldProblem[],
): ReadonlyMap<string, string> {
  const found = new Map(previewed.map(({ field, message }) => [field, message]))
  for (const [field, error] of Object.entries(errors)) {
    if (typeof error === 'string') found.set(field, error)
  }
  return found
}

/** How many fields of each section have a problem. */
export function problemCounts(fields: Iterable<string>): ReadonlyMap<SectionName, number> {
  const counts = new Map<SectionName, number>()
  for (const field of fields) {
    const section = sectionOf(field)
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}
