import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './banner.css'

interface Props {
  icon: TablerIcon
  title: string
  /** What will be here, in a sentence. */
  children: ReactNode
  /** What fills it. */
  act?: ReactNode
}

/** Where nothing is yet: what will be here, and what fills it. */
export function Empty({ icon: Icon, title, children, act = null }: Props) {
  return (
    <div className="empty">
      <Icon size={24} stroke={1.6} aria-hidden />
      <p className="banner-title">{title}</p>
      <p className="banner-reason">{children}</p>
      {act}
    </div>
  )
}
