import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { drawerWidth } from '../../electron/vocabulary/drawer-width.ts'
import { usePreferences, useSetPreferences } from '../queries/host-state.ts'

interface Drawer {
  width: number
  isOpen: boolean
  /** Over the work instead of beside it, where the window has no room for both. Closed until it is opened. */
  isOverlay: boolean
  setOpen: (isOpen: boolean) => void
  setWidth: (width: number) => void
}

/** How the drawer is; width and whether it is open are remembered. */
export function useDrawer(): Drawer {
  const preferences = usePreferences().data
  const set = useSetPreferences()
  const isOverlay = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false })
  const [isOverlayOpen, setOverlayOpen] = useState(false)
  return {
    width: preferences?.drawerWidth ?? drawerWidth.usual,
    isOpen: isOverlay ? isOverlayOpen : (preferences?.isDrawerOpen ?? true),
    isOverlay,
    setOpen: (isOpen) => (isOverlay ? setOverlayOpen(isOpen) : set.mutate({ isDrawerOpen: isOpen })),
    setWidth: (width) => set.mutate({ drawerWidth: width }),
  }
}
