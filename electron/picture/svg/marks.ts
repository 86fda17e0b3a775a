import type { Row } from '../picture.ts'
import { colorOf, type Colors } from './colors.ts'
import { element } from './xml.ts'

/** The state of a row as a shape, so that colour is never alone; empty where nothing is to be said. */
export function stateMark(state: Row['state'], x: number, y: number, colors: Colors): string {
  const color = colorOf(state, colors)
  const disc = element('circle', { cx: x, cy: y, r: 6, fill: color })
  const line = { fill: 'none', stroke: colors.bg, 'stroke-width': 1.5, 'stroke-linecap': 'round' }
  switch (state) {
    case 'done':
      return disc + element('path', { d: `M${x - 2.6} ${y} l1.9 1.9 l3.4 -3.6`, ...line })
    case 'failed':
      return disc + element('path', { d: `M${x - 2} ${y - 2} l4 4 m0 -4 l-4 4`, ...line })
    case 'noted':
    case 'interrupted':
      return (
        element('path', { d: `M${x} ${y - 6} l6.5 11.5 h-13 Z`, fill: color }) +
        element('path', { d: `M${x} ${y - 2} v3 m0 2 v.2`, ...line })
      )
    case 'running':
      return element('path', {
        d: `M${x} ${y - 5.5} a5.5 5.5 0 1 1 -5.5 5.5`,
        fill: 'none',
        stroke: color,
        'stroke-width': 1.5,
      })
    case 'will':
    case 'cancelled':
    case 'left_out':
      return element('circle', { cx: x, cy: y, r: 5.5, fill: 'none', stroke: color, 'stroke-dasharray': '2 2' })
    case 'hidden':
      return ''
  }
}

/** What this app does beside the numbered steps, on a grid of 24. */
const glyphs: Readonly<Record<NonNullable<Row['icon']>, string>> = {
  secret: 'M14 10a4 4 0 1 1-3.5 2L4 18.500V21h3l1-1v-2h2l2-2.500',
  verify: 'M12 3l8 3v6c0 5-4 8-8 9c-4-1-8-4-8-9V6Zm-3 9l2.500 2.500l4-4.500',
  introspect: 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14Zm5 12l6 6M7.500 10h5',
  revoke: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18ZM6 6l12 12',
  redirect: 'M4 18v-4a5 5 0 0 1 5-5h10M15 5l4 4l-4 4',
  nonce: 'M4 5v5h5M4.500 10a8 8 0 1 1 0 5',
  renewal: 'M20 11a8 8 0 0 0-15-3M4 4v4h4M4 13a8 8 0 0 0 15 3M20 20v-4h-4',
  keys: 'M8 12a4 4 0 1 1 0 .1ZM16 12h5v4M12 12h4',
}

/** The number of a step in its ring, else its glyph. */
export function gutterMark(
  { number, icon }: Pick<Row, 'number' | 'icon'>,
  x: number,
  y: number,
  colors: Colors,
): string {
  if (number !== null) {
    const text = { x, y: y + 4, 'text-anchor': 'middle', fill: colors.text2 }
    return element('circle', { cx: x, cy: y, r: 10, fill: 'none', stroke: colors.line }) + element('text', text, number)
  }
  if (icon === null) return ''
  const transform = `translate(${x - 8} ${y - 8}) scale(0.667)`
  return element('path', { d: glyphs[icon], transform, fill: 'none', stroke: colors.text2, 'stroke-width': 1.6 })
}
