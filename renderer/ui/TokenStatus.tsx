import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClock,
} from '@tabler/icons-react'
import type { HeldToken } from '../../electron/contract/token.ts'
import { countdown } from './format.ts'
import { useNow } from './use-now.ts'

const looks = {
  good: IconCircleCheckFilled,
  bad: IconCircleXFilled,
  warn: IconAlertTriangleFilled,
  over: IconClock,
  none: IconCircleDashed,
} as const

interface Status {
  tone: keyof typeof looks
  word: string
  /** The time that is left, where it is valid. */
  left?: string
}

/** The token's state by shape and word, with the time that is left. In a list the word of a valid one is only heard, and no token is nothing. */
export function TokenStatus({
  token,
  refused = false,
  brief = false,
}: {
  token: HeldToken | null
  refused?: boolean
  brief?: boolean
}) {
  const now = useNow()
  const { tone, word, left } = statusOf(token, refused, now)
  const Icon = looks[tone]
  const isQuiet = brief && tone === 'none'
  return (
    <span className="token-status" data-tone={tone} data-brief={brief || undefined}>
      {isQuiet ? null : <Icon size={14} stroke={2} aria-hidden />}
      <span className={isQuiet || (brief && left !== undefined) ? 'heard' : 'token-word'}>
        {word}
        {left === undefined ? '' : ' '}
      </span>
      {left}
    </span>
  )
}

function statusOf(token: HeldToken | null, refused: boolean, now: number): Status {
  if (refused) return { tone: 'bad', word: 'refused' }
  if (token === null) return { tone: 'none', word: 'no token' }
  if (token.revokedAt !== null) return { tone: 'bad', word: 'revoked' }
  const { expiresAt } = token.lifetime
  if (expiresAt === null) return { tone: 'warn', word: 'lifetime unknown' }
  if (expiresAt <= now) return { tone: 'over', word: 'expired' }
  return { tone: 'good', word: 'valid', left: countdown(expiresAt - now) }
}
