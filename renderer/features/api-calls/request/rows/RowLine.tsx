import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, memo } from 'react'
import { useTyped } from '../call-form.ts'
import { MarkedInput } from '../variables/MarkedInput.tsx'
import { RowHint } from './RowHint.tsx'
import type { Column, rowChanges } from './row-changes.ts'
import { emptyRow, type RowsSpec } from './rows-spec.ts'

interface Props {
  spec: RowsSpec
  index: number
  /** Whether it is the empty one at the end. */
  isLast: boolean
  changes: ReturnType<typeof rowChanges>
}

/** One row: whether it is sent, its name, its value, and what there is to know of it. Alt and an arrow key move it. */
export const RowLine = memo(function RowLine({ spec, index, isLast, changes }: Props) {
  const row = useTyped((values) => spec.rowsOf(values)[index] ?? emptyRow)
  const problem = spec.problemOf(row)
  const called = `${spec.one} ${index + 1}`
  const hintId = `${spec.path}-${index}-hint`
  const onKeyDown = (column: Column) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    changes.move(index, by, column)
  }
  const field = (column: Column) => ({
    className: 'call-cell mono',
    'data-path': `${spec.path}.${index}.${column}`,
    'aria-label': isLast ? `New ${spec.one.toLowerCase()} ${column}` : `${called} ${column}`,
    'aria-invalid': problem !== null,
    'aria-describedby': hintId,
    placeholder: isLast ? column : '',
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown: onKeyDown(column),
  })
  return (
    <li className="call-line" data-off={!row.enabled || undefined}>
      <input
        type="checkbox"
        className="call-check"
        aria-label={`Send ${called.toLowerCase()}`}
        checked={row.enabled}
        disabled={isLast}
        onChange={({ currentTarget }) => changes.change(index, { enabled: currentTarget.checked })}
      />
      <input
        {...field('name')}
        {...(spec.names !== undefined && { list: `${spec.path}-names` })}
        value={row.name}
        onChange={({ currentTarget }) => changes.change(index, { name: currentTarget.value })}
        onPaste={(event) => {
          if (changes.paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault()
        }}
      />
      <MarkedInput
        {...field('value')}
        value={row.value ?? ''}
        onChange={({ currentTarget }) => changes.change(index, { value: currentTarget.value })}
      />
      <RowHint id={hintId} row={row} problem={problem} note={spec.noteOf?.(row) ?? null} />
      {isLast ? (
        <span />
      ) : (
        <button
          type="button"
          className="call-remove"
          aria-label={`Remove ${called.toLowerCase()}`}
          title="Remove"
          onClick={() => changes.remove(index)}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </li>
  )
})
