import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconInfoCircleFilled,
} from '@tabler/icons-react'
import { memo } from 'react'
import './plain.css'

const tones = {
  good: { icon: IconCircleCheckFilled, word: 'Passed' },
  bad: { icon: IconCircleXFilled, word: 'Failed' },
  warn: { icon: IconAlertTriangleFilled, word: 'Note' },
  idle: { icon: IconCircleDashed, word: 'Not tried' },
  info: { icon: IconInfoCircleFilled, word: 'Information' },
} as const

export type Tone = keyof typeof tones

/** State by shape and word, never by colour alone. */
export const StateIcon = memo(function StateIcon({ tone, word }: { tone: Tone; word?: string }) {
  const { icon: Icon, word: usual } = tones[tone]
  return (
    <span className="state-icon" data-tone={tone} role="img" aria-label={word ?? usual}>
      <Icon size={14} aria-hidden />
    </span>
  )
})
