import type { DragEvent } from 'react'

export type Half = 'above' | 'below'

/** Rows of one kind that are dragged onto each other. */
export interface Dragging {
  /** Takes a row along with the pointer. */
  start: (event: DragEvent, id: string) => void
  /** Shows where it would be dropped. */
  over: (event: DragEvent<HTMLElement>) => void
  leave: (event: DragEvent<HTMLElement>) => void
  /** The row that was dropped, and on which half; null for anything else. */
  dropped: (event: DragEvent<HTMLElement>) => { id: string; half: Half } | null
}

export function createDragging(what: string): Dragging {
  const kind = `application/x-ccx-${what}`
  const leave = ({ currentTarget }: DragEvent<HTMLElement>): void => {
    delete currentTarget.dataset['drop']
  }
  return {
    start: ({ dataTransfer }, id) => {
      // The address of a link is of no use elsewhere.
      dataTransfer.clearData()
      dataTransfer.setData(kind, id)
      dataTransfer.effectAllowed = 'move'
    },
    over: (event) => {
      if (!event.dataTransfer.types.includes(kind)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      event.currentTarget.dataset['drop'] = halfOf(event)
    },
    leave,
    dropped: (event) => {
      leave(event)
      const id = event.dataTransfer.getData(kind)
      if (id === '') return null
      event.preventDefault()
      return { id, half: halfOf(event) }
    },
  }
}

function halfOf({ clientY, currentTarget }: DragEvent<HTMLElement>): Half {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'above' : 'below'
}
