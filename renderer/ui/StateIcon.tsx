import { IconAlertTriangle, IconCheck, IconInfoSmall, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import './plain.css'

const tones = {
  good: { icon: IconCheck, word: 'Passed' },
  bad: { icon: IconX, word: 'Failed' },
  warn: { icon: IconAlertTriangle, word: 'Note' },
  info: { icon: IconInfoSmall, word: 'Information' },
} as const

export type Tone = keyof typeof tones

/** State by shape and word, never by colour alone. */
export const StateIcon = memo(function StateIcon({ tone, word }: { tone: Tone; word?: string }) {
  const { icon: Icon, word: usual } = tones[tone]
  return (
    <span className="state-icon" data-tone={tone} role="img" aria-label={word ?? usual}>
      <Icon size={12} stroke={2.5} aria-hidden />
    </span>
  )
})
