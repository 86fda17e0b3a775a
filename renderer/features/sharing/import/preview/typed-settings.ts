import type { ImportEdits } from '../../../../../electron/contract/import-edits.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import { variableValueRule } from '../../../../../electron/vocabulary/variable-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { createKept, keep, keptValue, useKept } from '../../../../state/kept.ts'
import { changeSettings, giveValue } from './edits.ts'
import { settingProblem, type TypedField } from './setting-rules.ts'

/** What is typed in a field; null where nothing is, so that it shows what was read. By import and field. */
const typed = createKept<string | null>(null)
/** The fields in which something is typed that breaks a rule, by import. */
const faults = createKept<ReadonlySet<string>>(new Set())

type Type = (edit: (edits: ImportEdits) => ImportEdits) => void

/** A field that is kept while it breaks a rule, and else becomes part of what is imported. */
interface Field {
  value: string
  error: string | null
  /** Whether it was typed in since the window was loaded. */
  isTyped: boolean
  onType: (text: string) => void
}

/** How many fields of what comes in have to be corrected. */
export function useFaults(importId: string, items: readonly Pick<ImportItem, 'id' | 'faults'>[]): number {
  const typedNow = useKept(faults, importId)[0]
  const all = items.flatMap(({ id, faults: known }) => known.map(({ field }) => `${id} ${field}`))
  const ids = new Set(items.map(({ id }) => id))
  const own = [...typedNow].filter((name) => ids.has(name.slice(0, name.lastIndexOf(' '))) || name.startsWith(variable))
  return new Set([...all, ...own]).size
}

const variable = 'variable '

/** What breaks a rule is sent as well: main says so again, when the window has forgotten. */
export function useTypedSetting(importId: string, item: ImportItem, field: TypedField, type: Type): Field {
  const { id, settings } = item
  const known = item.faults.find((fault) => fault.field === field)?.message ?? null
  const problem = (text: string) => settingProblem(field, text)
  const typedField = useField(importId, `${id} ${field}`, settings[field], problem, (text) =>
    type(changeSettings(id, { [field]: text })),
  )
  return typedField.isTyped ? typedField : { ...typedField, error: known }
}

export const useTypedValue = (importId: string, name: string, given: string, type: Type): Field =>
  useField(
    importId,
    `${variable}${name}`,
    given,
    (text) => problemOf(variableValueRule, text),
    (text, isValid) => (isValid ? type(giveValue(name, text)) : undefined),
  )

function useField(
  importId: string,
  name: string,
  given: string,
  problem: (text: string) => string | null,
  onType: (text: string, isValid: boolean) => void,
): Field {
  const [text, setText] = useKept(typed, `${importId} ${name}`)
  return {
    isTyped: text !== null,
    value: text ?? given,
    error: text === null ? null : problem(text),
    onType: (next) => {
      setText(() => next)
      const isValid = problem(next) === null
      noteFault(importId, name, !isValid)
      onType(next, isValid)
    },
  }
}

function noteFault(importId: string, name: string, isFault: boolean): void {
  const now = keptValue(faults, importId)
  if (now.has(name) === isFault) return
  keep(faults, new Set(isFault ? [...now, name] : [...now].filter((one) => one !== name)), importId)
}
