import type { KeyboardEvent, PointerEvent } from 'react'
import { drawerWidth } from '../../electron/vocabulary/drawer-width.ts'
import { allowedWidth, widthAfter } from './drawer-edge.ts'

/** The drawer's left edge, which resizes it: by pointer, drawn once a frame without React, or by arrow keys. */
export function DrawerEdge({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfter(event.key, width)
    if (next === null) return
    event.preventDefault()
    if (next !== width) onWidth(next)
  }
  const widthAt = ({ clientX, currentTarget }: PointerEvent): number =>
    allowedWidth((currentTarget.parentElement?.getBoundingClientRect().right ?? 0) - clientX)
  const onPointerMove = (event: PointerEvent) => {
    const { currentTarget, pointerId } = event
    if (!currentTarget.hasPointerCapture(pointerId)) return
    currentTarget.parentElement?.style.setProperty('width', `${widthAt(event)}px`)
  }
  return (
    <div
      className="drawer-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the exchange"
      aria-valuenow={width}
      aria-valuemin={drawerWidth.least}
      aria-valuemax={drawerWidth.most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => onWidth(widthAt(event))}
    />
  )
}
