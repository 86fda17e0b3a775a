import { IconCircleCheckFilled, IconCircleXFilled, IconClock, IconKey, IconPencil } from '@tabler/icons-react'
import { useTypedAt } from './typed-rows.ts'
import type { NeededRow } from './use-needed-secrets.ts'

const states = {
  saved: { Icon: IconCircleCheckFilled, word: 'Saved' },
  failed: { Icon: IconCircleXFilled, word: 'Not saved' },
  typed: { Icon: IconPencil, word: 'Typed' },
  later: { Icon: IconClock, word: 'Later' },
  needed: { Icon: IconKey, word: 'Needed' },
} as const

/** How far a secret is, by shape and word. */
export function NeededState({ row, isFailed, isLater }: { row: NeededRow; isFailed: boolean; isLater: boolean }) {
  const isTyped = useTypedAt(row) !== ''
  const state = row.isSaved
    ? 'saved'
    : isFailed && isTyped
      ? 'failed'
      : isTyped
        ? 'typed'
        : isLater
          ? 'later'
          : 'needed'
  return <NeededMark state={state} />
}

/** The same where that is known. */
export function NeededMark({ state }: { state: keyof typeof states }) {
  const { Icon, word } = states[state]
  return (
    <span className="needed-state" data-state={state}>
      <Icon size={14} stroke={1.6} aria-hidden /> {word}
    </span>
  )
}
