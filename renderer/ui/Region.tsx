import type { ReactNode } from 'react'
import './plain.css'

/** A part of a page that assistive technology finds by its name. `title` may say more than the name; null shows none. */
export function Region({
  name,
  title = name,
  actions = null,
  children,
}: {
  name: string
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="region" aria-label={name}>
      {title === null ? null : (
        <div className="region-head">
          <h2 className="region-title">{title}</h2>
          <div className="row" data-wrap="no" style={{ gap: 6 }}>
            {actions}
          </div>
        </div>
      )}
      {children}
    </section>
  )
}
