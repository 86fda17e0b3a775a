/** Where on the screen a menu opens, in pixels. */
export interface At {
  x: number
  y: number
}

/** Below the left end of what it belongs to. */
export function below(element: Element): At {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left + 8, y: bottom }
}
