import { variablePattern } from '../../../vocabulary/variables.ts'
import { callWithTexts } from './draft-texts.ts'
import type { DraftCall, DraftVariable } from './import-draft.ts'

/** Variables within variables that are written into a call. */
const deepest = 10
/** Characters of a text with its values in it. */
const longest = 1_000_000

/**
 * Variables of calls and folders: one that has the same value wherever it is becomes a variable of the collection, every
 * other is written into its calls.
 */
export function withoutOwnVariables(
  calls: readonly DraftCall[],
  declared: ReadonlyMap<string, readonly string[]>,
): { calls: DraftCall[]; variables: DraftVariable[] } {
  const values = new Map<string, DraftVariable | null>()
  for (const { variables } of calls)
    for (const one of variables) {
      const known = values.get(one.name)
      const others = declared.get(one.name) ?? []
      const isSame = known === undefined || (known !== null && known.value === one.value)
      const fits = isSame && others.every((value) => value === one.value)
      values.set(one.name, fits ? one : null)
    }
  const shared = [...values.values()].filter((one) => one !== null)
  const isShared = new Set(shared.map(({ name }) => name))
  return { calls: calls.map((call) => withValues(call, isShared)), variables: shared }
}

function withValues(call: DraftCall, isShared: ReadonlySet<string>): DraftCall {
  const own = new Map(call.variables.filter(({ name }) => !isShared.has(name)).map((one) => [one.name, one]))
  if (own.size === 0) return call
  const write = (text: string): string => {
    let written = text
    for (let depth = 0; depth < deepest && written.includes('{{') && written.length < longest; depth++) {
      const next = written.replace(variablePattern, (whole, name: string) => own.get(name)?.value || whole)
      if (next === written || next.length > longest) break
      written = next
    }
    return written
  }
  return callWithTexts(call, write)
}

/** Every value that a name has in the collection. */
export function declaredValues(groups: readonly (readonly DraftVariable[])[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { name, value } of groups.flat()) {
    const known = values.get(name)
    if (known === undefined) values.set(name, [value])
    else known.push(value)
  }
  return values
}
