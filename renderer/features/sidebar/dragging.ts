import type { DragEvent } from 'react'

const kind = 'application/x-ccx-environment'

export type Half = 'above' | 'below'

/** Takes the environment along with the pointer. */
export function startDragging({ dataTransfer }: DragEvent, environmentId: string): void {
  // The address of a link is of no use elsewhere.
  dataTransfer.clearData()
  dataTransfer.setData(kind, environmentId)
  dataTransfer.effectAllowed = 'move'
}

/** Shows where it would be dropped. */
export function dragOver(event: DragEvent<HTMLElement>): void {
  if (!event.dataTransfer.types.includes(kind)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'move'
  event.currentTarget.dataset['drop'] = halfOf(event)
}

export function dragLeave({ currentTarget }: DragEvent<HTMLElement>): void {
  delete currentTarget.dataset['drop']
}

/** The environment that was dropped, and on which half; null for anything else. */
export function dropped(event: DragEvent<HTMLElement>): { environmentId: string; half: Half } | null {
  dragLeave(event)
  const environmentId = event.dataTransfer.getData(kind)
  if (environmentId === '') return null
  event.preventDefault()
  return { environmentId, half: halfOf(event) }
}

function halfOf({ clientY, currentTarget }: DragEvent<HTMLElement>): Half {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'above' : 'below'
}
