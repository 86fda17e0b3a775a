import { useMediaQuery } from '@mantine/hooks'
import { createKept, useKept } from '../../../state/kept.ts'

const closed = createKept(false)

export interface PreviewBeside {
  /** Whether it is beside the form; else it is a tab of it. */
  isShown: boolean
  /** Puts it beside the form, or back into a tab; null while the window has no room for it beside. */
  toggle: (() => void) | null
}

/** Where the preview is: beside the form, in the place of the exchange, when the window has room and it was not closed. */
export function usePreviewBeside(): PreviewBeside {
  const hasRoom = useMediaQuery('(min-width: 1300px)', true, { getInitialValueInEffect: false })
  const [isClosed, change] = useKept(closed)
  return { isShown: hasRoom && !isClosed, toggle: hasRoom ? () => change((now) => !now) : null }
}
