import { drawerWidth } from '../../electron/vocabulary/drawer-width.ts'

const step = 16

/** The nearest width that the drawer may have. */
export const allowedWidth = (width: number): number =>
  Math.round(Math.min(drawerWidth.most, Math.max(drawerWidth.least, width)))

/** How wide a key makes the drawer, whose edge is at its left; null for a key that does nothing there. */
export function widthAfter(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return allowedWidth(width + step)
    case 'ArrowRight':
      return allowedWidth(width - step)
    case 'Home':
      return drawerWidth.least
    case 'End':
      return drawerWidth.most
    default:
      return null
  }
}
