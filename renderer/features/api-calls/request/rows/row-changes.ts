import { flushSync } from 'react-dom'
import type { CallForm } from '../call-form.ts'
import { focusField } from '../focus-field.ts'
import { type PastedRow, pastedRows } from '../pasted-rows.ts'
import { toastFailed } from '../../../../ui/toast.ts'
import { emptyRow, type NamedRow, type RowsSpec } from './rows-spec.ts'

export type Column = 'name' | 'value'

/** What can be done with the rows of a list. The row after the last is there once something is typed in it. */
export function rowChanges(form: CallForm, spec: RowsSpec) {
  const rows = () => spec.rowsOf(form.get())
  const put = (next: readonly NamedRow[]) => form.set(spec.withRows(next, form.get()))
  const change = (index: number, part: Partial<NamedRow>) => {
    const before = rows()
    if (index >= spec.most) return toastFailed('Not added', `At most ${spec.most} rows.`)
    return put(before.toSpliced(index, 1, { ...(before[index] ?? emptyRow), ...part }))
  }
  return {
    change,
    remove: (index: number) => {
      flushSync(() => put(rows().toSpliced(index, 1)))
      focusField(`${spec.path}.${index}.name`)
    },
    /** Takes a row up (-1) or down (1), and the focus with it. */
    move: (index: number, by: number, column: Column) => {
      const before = rows()
      const row = before[index]
      const to = index + by
      if (row === undefined || to < 0 || to >= before.length) return
      flushSync(() => put(before.toSpliced(index, 1).toSpliced(to, 0, row)))
      focusField(`${spec.path}.${to}.${column}`)
    },
    /** Takes rows out of a text that is pasted into the name of an empty row. Whether there are any. */
    paste: (index: number, text: string): boolean => {
      const before = rows()
      if ((before[index] ?? emptyRow).name !== '') return false
      const pasted = pastedRows(text)
        ?.map(spec.fromPaste ?? unchanged)
        .map(sentRow)
      if (pasted === undefined) return false
      const room = spec.most - before.toSpliced(index, 1).length
      const taken = pasted.slice(0, Math.max(0, room))
      if (taken.length < pasted.length)
        toastFailed('Not all were added', `At most ${spec.most} rows: ${pasted.length - taken.length} were left out.`)
      flushSync(() => put(before.toSpliced(index, 1, ...taken)))
      focusField(`${spec.path}.${index + taken.length}.name`)
      return true
    },
  }
}

const sentRow = ({ name, value }: PastedRow): NamedRow => ({ name, value, enabled: true })
const unchanged = <Row>(row: Row): Row => row
