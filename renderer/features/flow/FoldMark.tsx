import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Row } from '../../../electron/picture/picture.ts'

interface Props {
  row: Pick<Row, 'id'>
  isUnfolded: boolean | null
  onFold: (id: string) => void
}

/** Folds and unfolds by pointer; by keyboard the arrow keys of the list do. */
export function FoldMark({ row: { id }, isUnfolded, onFold }: Props) {
  if (isUnfolded === null) return null
  const Icon = isUnfolded ? IconChevronDown : IconChevronRight
  return (
    <button
      type="button"
      className="flow-fold"
      tabIndex={-1}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation()
        onFold(id)
      }}
    >
      <Icon size={14} stroke={1.6} />
    </button>
  )
}
