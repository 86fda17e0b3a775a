import { problemSentence } from '../../../electron/wording/problems.ts'
import type { FieldProblem } from '../../../electron/contract/problem.ts'
import { sectionOf, type SectionName } from './sections.ts'
import type { SourcesValues } from './secrets/source-values.ts'

/** What is wrong at a field, in words: what a preview says of it, or the form itself. */
export interface FieldSentence {
  field: string
  sentence: string
  remedy?: FieldProblem['remedy']
}

export const inWords = (problem: FieldProblem): FieldSentence => ({
  field: problem.field,
  sentence: problemSentence(problem),
  remedy: problem.remedy,
})

/** What is wrong, by the path of the field: what the form itself finds comes before what the preview says. */
export function problemsByField(
  errors: Readonly<Record<string, unknown>>,
  previewed: readonly FieldProblem[],
): ReadonlyMap<string, string> {
  const found = new Map(previewed.map((problem) => [problem.field, problemSentence(problem)]))
  for (const [field, error] of Object.entries(errors)) {
    if (typeof error === 'string') found.set(field, error)
  }
  return found
}

/**
 * What of a preview is a fault of the form. That a secret is asked for each time is none, and neither is that a source on
 * the network is asked only when a token is requested.
 */
export function faultsOfForm(
  previewed: readonly FieldProblem[],
  sources: Readonly<SourcesValues>,
): readonly FieldProblem[] {
  const onNetwork = new Set(
    Object.entries(sources).flatMap(([name, { kind }]) => (askedOverNetwork.has(kind) ? [name] : [])),
  )
  return previewed.filter(({ field, remedy }) =>
    remedy === undefined ? !onNetwork.has(field) : remedy.kind !== 'answer',
  )
}

const askedOverNetwork: ReadonlySet<string> = new Set(['vault', 'aws_secrets_manager', 'azure_key_vault'])

/** How many fields of each section have a problem. */
export function problemCounts(fields: Iterable<string>): ReadonlyMap<SectionName, number> {
  const counts = new Map<SectionName, number>()
  for (const field of fields) {
    const section = sectionOf(field)
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}
