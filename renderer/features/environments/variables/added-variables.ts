import type { Variable } from '../../../../electron/contract/variable.ts'
import { mostVariables } from '../../../../electron/vocabulary/variable-rules.ts'

/** The rows with one for each of these names, and the paths of their values; of the section where there is none. */
export function addedVariables(
  rows: readonly Variable[],
  names: readonly string[],
): { rows: Variable[]; at: readonly string[] } {
  const there = new Set(rows.map(({ name }) => name.trim()))
  const missing = names.filter((name) => !there.has(name)).slice(0, Math.max(0, mostVariables - rows.length))
  const all = [...rows, ...missing.map((name) => ({ name, value: '', secret: false }))]
  const at = all.flatMap(({ name }, index) => (names.includes(name.trim()) ? [`variables.${index}.value`] : []))
  return { rows: all, at: at.length > 0 ? at : ['variables'] }
}
