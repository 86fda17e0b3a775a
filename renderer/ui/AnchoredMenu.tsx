import './anchored-menu.css'
import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { At } from './at.ts'

interface Props {
  at: At
  /** What assistive technology calls it. */
  label: string
  onClose: () => void
  children: ReactNode
}

/** The menu of a row, where the pointer or the row is. */
export function AnchoredMenu({ at: { x, y }, label, onClose, children }: Props) {
  return (
    <Menu
      opened
      onChange={(isOpen) => (isOpen ? undefined : onClose())}
      // Without the keys: the one that opened the menu was pressed outside of it.
      clickOutsideEvents={['mousedown', 'touchstart']}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      offset={2}
      width={220}
    >
      <Menu.Target>
        {/* The menu takes its name from it. */}
        <button
          type="button"
          className="menu-anchor"
          style={{ left: x, top: y }}
          tabIndex={-1}
          aria-hidden
          aria-label={label}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
