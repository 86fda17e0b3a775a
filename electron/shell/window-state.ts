import { members, readMembers } from './preferences-file.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowState {
  bounds: Rectangle
  maximized: boolean
  /** The level of the page's zoom, in steps from 0. */
  zoom: number
}

/** What must be known before the window exists. */
export interface FirstLook {
  theme: 'system' | 'light' | 'dark'
  window: WindowState | null
}

/**
 * Reads what was last written, without the schemas: loading them first would delay the window. What is missing or broken
 * is forgotten; it is only how the window looked.
 */
export function readFirstLook(file: string): FirstLook {
  const stored = readMembers(file)
  const theme = members(stored['preferences'])['theme']
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    window: windowState(stored['window']),
  }
}

function windowState(value: unknown): WindowState | null {
  const { bounds, maximized, zoom } = members(value)
  const { x, y, width, height } = members(bounds)
  if (!isLength(x) || !isLength(y) || !isLength(width) || !isLength(height)) return null
  return { bounds: { x, y, width, height }, maximized: maximized === true, zoom: isZoom(zoom) ? zoom : 0 }
}

const isZoom = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 9

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
}
