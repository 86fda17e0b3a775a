import type { ReactNode } from 'react'

interface Props {
  tone: 'idle' | 'running' | 'ok' | 'warn' | 'err' | 'info'
  icon: ReactNode
  title: string
  reason: string
  /** Whether there is room for two lines of it. */
  isRoomy?: boolean
  /** Beside the title. */
  mark?: ReactNode
  /** At the right of the title. */
  side?: ReactNode
  children: ReactNode
}

/** What is above the picture; as high as any other, so that nothing below it moves. */
export function PanelFrame({ tone, icon, title, reason, isRoomy = false, mark = null, side = null, children }: Props) {
  return (
    <section className="flow-panel" data-tone={tone} aria-label="State of the flow">
      <div className="flow-panel-side">{icon}</div>
      <div className="flow-panel-text">
        <div className="flow-panel-head">
          <div className="flow-panel-title">
            <div className="flow-panel-heading">
              <h2 className="ellipsis" title={title}>
                {title}
              </h2>
              {mark}
            </div>
            <p className={isRoomy ? 'flow-reason' : 'ellipsis'} title={reason}>
              {reason}
            </p>
          </div>
          {side}
        </div>
        {children}
      </div>
    </section>
  )
}
