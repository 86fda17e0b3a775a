import type { Lane, Picture, Row } from '../picture.ts'
import { cut } from './cut.ts'

/** A text of 12 px, cut to the width that it has; `y` is its middle. */
export interface LaidText {
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

export interface LaidLane {
  lane: Lane
  x: number
  title: string
  subtitle: string
}

/** Where a row is drawn, in pixels from the top left. */
export interface LaidRow {
  row: Row
  /** Of the row's top; it is 56 px high. */
  top: number
  /** Of the arrow, and of the ring with its number. */
  y: number
  /** Where the arrow begins and where its head is. */
  from: number
  to: number
  /** Done by a lane alone: a loop at `from`, 30 px wide. */
  isLoop: boolean
  label: LaidText
  facts: LaidText
  result: LaidText
  /** Where it passes the proxy; null where it does not. */
  proxyX: number | null
}

export interface Layout {
  width: number
  height: number
  lanes: readonly LaidLane[]
  /** From where to where the lifelines go. */
  lifelines: { top: number; bottom: number }
  rows: readonly LaidRow[]
}

export const sizes = { header: 52, row: 56, gutter: 48, ring: 26, loop: 30, edge: 20 } as const

const first = 112
const rightOfLast = 144
/** Kept free at the right for the result. */
const resultWidth = 96

/** Where everything is drawn at a width: lanes spread evenly, a row below the other. */
export function layoutOf({ lanes, rows }: Picture, width: number): Layout {
  const step = (width - first - rightOfLast) / Math.max(1, lanes.length - 1)
  const laidLanes = lanes.map((lane, index) => laidLane(lane, first + index * step, step))
  const xOf = (id: Lane['id']) => laidLanes.find(({ lane }) => lane.id === id)?.x ?? first
  const bottom = sizes.header + rows.length * sizes.row
  return {
    width,
    height: bottom + 4,
    lanes: laidLanes,
    lifelines: { top: sizes.header, bottom },
    rows: rows.map((row, index) => laidRow(row, sizes.header + index * sizes.row, xOf, width)),
  }
}

const laidLane = (lane: Lane, x: number, step: number): LaidLane => ({
  lane,
  x,
  title: cut(lane.title, Math.min(step, 240) - 8, false),
  subtitle: cut(lane.subtitle, Math.min(step, 240) - 12, true),
})

function laidRow(row: Row, top: number, xOf: (id: Lane['id']) => number, width: number): LaidRow {
  const y = top + sizes.row / 2
  const [start, end] = [xOf(row.from), xOf(row.to)]
  const isLoop = row.from === row.to
  const direction = end < start ? -1 : 1
  const middle = (start + end) / 2
  const text = (of: string, isBytes: boolean, offset: number): LaidText =>
    isLoop
      ? atStart(of, start + sizes.loop + 20, y + offset * 0.7, width, isBytes)
      : inMiddle(of, middle, y + offset, width, isBytes)
  return {
    row,
    top,
    y,
    from: isLoop ? start : start + 4 * direction,
    to: end,
    isLoop,
    label: text(row.label, row.isBytes, -12),
    facts: text(row.facts, false, 13),
    result: { text: row.result, x: width - sizes.edge, y, anchor: 'end' },
    proxyX: row.isProxied && !isLoop ? xOf('proxy') : null,
  }
}

/** As wide as its place between gutter and result allows; it may be wider than its arrow. */
function inMiddle(text: string, x: number, y: number, width: number, isBytes: boolean): LaidText {
  const room = 2 * Math.min(x - sizes.gutter - 4, width - resultWidth - 4 - x)
  return { text: cut(text, room, isBytes), x, y, anchor: 'middle' }
}

function atStart(text: string, x: number, y: number, width: number, isBytes: boolean): LaidText {
  return { text: cut(text, width - resultWidth - x, isBytes), x, y, anchor: 'start' }
}
