import { IconEqual, IconEqualNot, IconMinus, IconPlus, IconTilde } from '@tabler/icons-react'
import type { Change } from '../../electron/common/comparison-vocabulary.ts'
import './comparison.css'

const marks = {
  same: { icon: IconEqual, color: 'var(--text-2)' },
  equivalent: { icon: IconTilde, color: 'var(--text-2)' },
  changed: { icon: IconEqualNot, color: 'var(--warn)' },
  added: { icon: IconPlus, color: 'var(--ok)' },
  removed: { icon: IconMinus, color: 'var(--err)' },
} as const satisfies Record<Change, object>

/** How two values differ, by sign and word. */
export function ChangeMark({ change, word, isMarked }: { change: Change; word: string; isMarked: boolean }) {
  const { icon: Icon, color } = marks[change]
  return (
    <span className="change-mark" style={{ color: isMarked ? color : 'var(--text-2)' }}>
      <Icon size={14} stroke={2.5} aria-hidden />
      {word}
    </span>
  )
}
