import { IconAlertTriangle, IconCheck, IconInfoSmall, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import './plain.css'

const looks = {
  good: { icon: IconCheck, word: 'Passed' },
  bad: { icon: IconX, word: 'Failed' },
  warn: { icon: IconAlertTriangle, word: 'Note' },
  info: { icon: IconInfoSmall, word: 'Information' },
} as const

export type Look = keyof typeof looks

/** State by shape and word, never by colour alone. */
export const StateIcon = memo(function StateIcon({ look, word }: { look: Look; word?: string }) {
  const { icon: Icon, word: usual } = looks[look]
  return (
    <span className="state-icon" data-look={look} role="img" aria-label={word ?? usual}>
      <Icon size={12} stroke={2.5} aria-hidden />
    </span>
  )
})
