import { ActionIcon } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { DrawerEdge } from '../../exchange-view/DrawerEdge.tsx'
import { useDrawer } from '../../exchange-view/use-drawer.ts'
import '../../exchange-view/drawer-place.css'
import '../../exchange-view/drawer.css'
import { HistoryEntry } from './entry/HistoryEntry.tsx'

interface Props {
  id: string
  against: string
  words: readonly string[]
  onClose: () => void
  /** It goes away, and had the focus. */
  onLeave: () => void
}

/** The exchange that is open, beside the table, or over it in a narrow window. Escape closes what is over it. */
export function HistoryPanel({ onClose, onLeave, ...entry }: Props) {
  const { width, isOverlay, setWidth } = useDrawer()
  const panel = useRef<HTMLElement>(null)
  const leave = useEffectEvent(onLeave)
  useLayoutEffect(() => {
    const element = panel.current
    return () => {
      if (element?.contains(document.activeElement) === true) leave()
    }
  }, [])
  useWindowEvent('keydown', ({ key, target, defaultPrevented }) => {
    if (key !== 'Escape' || defaultPrevented || !(target instanceof Node)) return
    if (panel.current?.contains(target) === true) onClose()
  })
  const toggle = (
    <ActionIcon variant="subtle" aria-label="Hide the exchange" title="Hide the exchange" onClick={onClose}>
      <IconLayoutSidebarRightCollapse size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
  return (
    <section className="drawer-place" data-overlay={isOverlay || undefined} aria-label="Exchange">
      <section ref={panel} className="drawer" style={{ width }}>
        <DrawerEdge width={width} onWidth={setWidth} />
        <HistoryEntry {...entry} toggle={toggle} />
      </section>
    </section>
  )
}
