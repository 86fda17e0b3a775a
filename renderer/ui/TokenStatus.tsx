import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClock,
} from '@tabler/icons-react'
import type { HeldToken } from '../../electron/contract/token.ts'
import { countdown } from '../../electron/wording/countdown.ts'
import { type Refusal, type TokenWord, tokenWordOf } from './token-word.ts'
import { useNow } from './use-now.ts'
import './token-status.css'

const looks = {
  good: IconCircleCheckFilled,
  bad: IconCircleXFilled,
  warn: IconAlertTriangleFilled,
  over: IconClock,
  none: IconCircleDashed,
} as const

const tones: Readonly<Record<TokenWord, keyof typeof looks>> = {
  valid: 'good',
  expired: 'over',
  refused: 'bad',
  'refused by the API': 'bad',
  revoked: 'bad',
  'lifetime unknown': 'warn',
  'no token': 'none',
}

/** The token's state by shape and word, with the time that is left. In a list the word of a valid one is only heard, an expired one is a word alone, and no token is nothing. */
export function TokenStatus({
  token,
  refusal = null,
  brief = false,
}: {
  token: HeldToken | null
  refusal?: Refusal | null
  brief?: boolean
}) {
  const now = useNow()
  const word = tokenWordOf(token, refusal, now)
  const tone = tones[word]
  const left = word === 'valid' ? countdown((token?.lifetime.expiresAt ?? now) - now) : undefined
  const Icon = looks[tone]
  const isQuiet = brief && tone === 'none'
  return (
    <span className="token-status" data-tone={tone} data-brief={brief || undefined}>
      {isQuiet || (brief && tone === 'over') ? null : <Icon size={14} stroke={2} aria-hidden />}
      <span className={isQuiet || (brief && left !== undefined) ? 'heard' : 'token-word'}>
        {brief && word === 'refused by the API' ? <BrieflyRefused /> : word}
        {left === undefined ? '' : ' '}
      </span>
      {left}
    </span>
  )
}

/** In a list there is room for one word. */
function BrieflyRefused() {
  return (
    <>
      refused<span className="heard"> by the API</span>
    </>
  )
}
