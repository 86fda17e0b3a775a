import { ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconInfoSmall, IconX } from '@tabler/icons-react'

const looks = {
  good: { color: 'teal', icon: IconCheck, word: 'Passed' },
  bad: { color: 'red.8', icon: IconX, word: 'Failed' },
  warn: { color: 'orange.8', icon: IconAlertTriangle, word: 'Note' },
  info: { color: 'gray.7', icon: IconInfoSmall, word: 'Information' },
} as const

export type Look = keyof typeof looks

/** State by shape and word, never by colour alone. */
export function StateIcon({ look, word }: { look: Look; word?: string }) {
  const { color, icon: Icon, word: usual } = looks[look]
  return (
    <ThemeIcon color={color} size={18} radius="xl" role="img" aria-label={word ?? usual}>
      <Icon size={12} stroke={2.5} aria-hidden />
    </ThemeIcon>
  )
}
