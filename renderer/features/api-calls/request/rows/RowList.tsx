import { useMemo } from 'react'
import { useCallScope, useTyped } from '../call-form.ts'
import { rowChanges } from './row-changes.ts'
import type { RowsSpec } from './rows-spec.ts'
import { RowLine } from './RowLine.tsx'

/** Rows of names and values, and an empty one at the end to type in. Typing draws one row. */
export function RowList({ spec }: { spec: RowsSpec }) {
  const { form } = useCallScope()
  const count = useTyped((values) => spec.rowsOf(values).length)
  const changes = useMemo(() => rowChanges(form, spec), [form, spec])
  const lines = Math.min(count + 1, spec.most)
  return (
    <>
      <ul className="call-rows-list" aria-label={spec.label}>
        {Array.from({ length: lines }, (_, index) => (
          <RowLine key={index} spec={spec} index={index} isLast={index === count} changes={changes} />
        ))}
      </ul>
      {spec.names === undefined ? null : (
        <datalist id={`${spec.path}-names`}>
          {spec.names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}
