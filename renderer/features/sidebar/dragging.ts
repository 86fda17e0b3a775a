import { createDragging } from '../../ui/dragging.ts'

export const dragging = createDragging('environment')
