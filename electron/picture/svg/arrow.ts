import { sizes, type LaidRow } from '../layout/layout-of.ts'
import { colorOf, type Colors } from './colors.ts'
import { element } from './xml.ts'

/** Where a broken arrow ends, and where one under way is drawn to within its phase. */
const breakAt = 0.6
const withinPhase = 0.75

/** An arrow by its state: dashed and hollow for what did not happen here, solid and filled for what did. */
export function arrow(laid: LaidRow, colors: Colors): string {
  return laid.isLoop ? loop(laid, colors) : straight(laid, colors)
}

function straight({ row, y, from, to, proxyX }: LaidRow, colors: Colors): string {
  const stroke = colorOf(row.state, colors)
  const isDrawn = happened(row.state)
  const share = row.growth === null ? 1 : row.growth.share + (row.growth.limit - row.growth.share) * withinPhase
  const tip = from + (to - from) * (row.isBroken ? breakAt : share)
  const line = element('line', { x1: from, y1: y, x2: tip, y2: y, stroke, ...strokeOf(isDrawn, row.state) })
  const ticks = (row.growth?.ticks ?? []).map((at) => {
    const x = from + (to - from) * at
    return element('line', { x1: x, y1: y - 4, x2: x, y2: y + 4, stroke, 'stroke-width': 1.5 })
  })
  const proxy = proxyX === null ? '' : element('circle', { cx: proxyX, cy: y, r: 3, fill: colors.bg, stroke })
  return [line, ...ticks, proxy, endOf()].join('')

  function endOf(): string {
    if (row.isBroken) return cross(tip, y, stroke)
    if (row.growth !== null) return element('circle', { cx: tip, cy: y, r: 4, fill: stroke })
    return head(to, y, to < from ? -1 : 1, stroke, isDrawn ? stroke : colors.bg)
  }
}

function loop({ row, y, from }: LaidRow, colors: Colors): string {
  const stroke = colorOf(row.state, colors)
  const right = from + sizes.loop
  const d = `M${from} ${y - 10} H${right - 6} Q${right} ${y - 10} ${right} ${y - 4} V${y + 4} Q${right} ${y + 10} ${right - 6} ${y + 10} H${from + 8}`
  const isDrawn = happened(row.state)
  const path = element('path', { d, fill: 'none', stroke, ...strokeOf(isDrawn, row.state) })
  return path + head(from, y + 10, -1, stroke, isDrawn ? stroke : colors.bg)
}

/** Whether something was seen here; what the API does by itself never is. */
const happened = (state: LaidRow['row']['state']): boolean =>
  state !== 'will' && state !== 'hidden' && state !== 'left_out'

function strokeOf(isDrawn: boolean, state: LaidRow['row']['state']): Readonly<Record<string, string | number>> {
  const isThick = state === 'failed' || state === 'running'
  return { 'stroke-width': isThick ? 2 : 1.5, ...(isDrawn ? {} : { 'stroke-dasharray': '4 3' }) }
}

function head(x: number, y: number, direction: 1 | -1, stroke: string, fill: string): string {
  const back = x - 9 * direction
  return element('path', {
    d: `M${x} ${y} L${back} ${y - 4.5} L${back} ${y + 4.5} Z`,
    fill,
    stroke,
    'stroke-linejoin': 'round',
  })
}

const cross = (x: number, y: number, stroke: string): string =>
  element('path', { d: `M${x - 4} ${y - 4} l8 8 m0 -8 l-8 8`, fill: 'none', stroke, 'stroke-width': 2 })
