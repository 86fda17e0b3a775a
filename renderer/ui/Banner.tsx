import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconInfoCircleFilled,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './banner.css'

const icons = {
  ok: { Icon: IconCircleCheckFilled, word: 'Passed' },
  err: { Icon: IconCircleXFilled, word: 'Error' },
  warn: { Icon: IconAlertTriangleFilled, word: 'Warning' },
  info: { Icon: IconInfoCircleFilled, word: 'Information' },
  idle: { Icon: IconCircleDashed, word: 'Not run' },
} as const

interface Props {
  tone: keyof typeof icons
  title: ReactNode
  /** Why, in one sentence. */
  reason?: string
  /** The acts that help now, at most two. */
  acts?: ReactNode
  /** Evidence and longer ways out. */
  children?: ReactNode
}

/** What happened last here: the verdict, why, and what helps now. It is at the top of a tab and spans it. */
export function Banner({ tone, title, reason = '', acts = null, children = null }: Props) {
  const { Icon, word } = icons[tone]
  return (
    <div className="banner" data-tone={tone} role="status">
      <span role="img" aria-label={word} className="banner-icon">
        <Icon size={20} aria-hidden />
      </span>
      <div className="banner-text">
        <p className="banner-title">{title}</p>
        {reason === '' ? null : <p className="banner-reason">{reason}</p>}
        {children}
      </div>
      {acts === null ? null : <div className="banner-acts">{acts}</div>}
    </div>
  )
}
