import type { Rectangle } from './window-state.ts'

export const defaultSize = { width: 1360, height: 800 }
export const minimumSize = { width: 860, height: 600 }

/**
 * Where the window opens: at its old place if a screen shows enough of it to be grasped, else in the middle of the first
 * screen; never larger than the screen.
 */
export function placeWindow(wanted: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const [first = { x: 0, y: 0, ...defaultSize }] = workAreas
  if (wanted !== null) {
    const screen = workAreas.find((area) => isGraspable(wanted, area))
    if (screen !== undefined) return { ...wanted, ...fitted(wanted, screen) }
  }
  const size = fitted(wanted ?? defaultSize, first)
  return {
    x: first.x + Math.round((first.width - size.width) / 2),
    y: first.y + Math.round((first.height - size.height) / 2),
    ...size,
  }
}

/** The title bar is within the screen's height and at least 100 pixels of it within its width. */
function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return visible >= 100 && window.y >= area.y && window.y <= area.y + area.height - 40
}

function fitted(size: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, minimumSize.width), area.width),
    height: Math.min(Math.max(size.height, minimumSize.height), area.height),
  }
}
