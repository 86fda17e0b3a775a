import { stateNames } from '../../wording/flow/states.ts'
import { cut } from '../layout/cut.ts'
import { sizes, type LaidLane, type LaidRow, type LaidText, type Layout } from '../layout/layout-of.ts'
import { widthOf } from '../layout/text-width.ts'
import type { Picture } from '../picture.ts'
import { textOf } from '../said/text.ts'
import { arrow } from './arrow.ts'
import { colorOf, themes, type Colors } from './colors.ts'
import { gutterMark, stateMark } from './marks.ts'
import { element, xmlLines, xmlText } from './xml.ts'

/** What is different from an earlier run, below the result. */
const changeWidth = 250

const sans = 'Inter, system-ui, sans-serif'
const mono = 'JetBrains Mono, ui-monospace, monospace'

/** The picture as a complete document: no script, no style sheet, nothing that is loaded. */
export function svgOf(picture: Picture, layout: Layout, theme: 'light' | 'dark', title: string): string {
  const colors = themes[theme]
  const { width, height, lanes, lifelines, rows } = layout
  const drawn = [
    element('title', { id: 'title' }, xmlText(title)),
    element('desc', { id: 'desc' }, xmlLines(textOf(picture).trim())),
    element('rect', { width, height, fill: colors.bg }),
    ...rows.filter(({ row }) => row.state === 'failed').map((laid) => failedRow(laid, width, colors)),
    ...lanes.map((lane) => lifeline(lane, lifelines, colors)),
    ...lanes.map((lane) => laneHead(lane, colors)),
    ...rows.map((laid) => drawnRow(laid, colors)),
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': sans,
    'font-size': 12,
  }
  return `${element('svg', attributes, `\n${drawn.join('\n')}\n`)}\n`
}

const failedRow = ({ top }: LaidRow, width: number, { errBg }: Colors): string =>
  element('rect', { x: 8, y: top + 1, width: width - 16, height: sizes.row - 2, rx: 6, fill: errBg })

const lifeline = ({ x }: LaidLane, { top, bottom }: Layout['lifelines'], { line }: Colors): string =>
  element('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: line, 'stroke-dasharray': '4 4' })

function laneHead({ x, title, subtitle }: LaidLane, { text, text2 }: Colors): string {
  const middle = { x, 'text-anchor': 'middle' }
  return (
    element('text', { ...middle, y: 22, fill: text, 'font-size': 13, 'font-weight': 600 }, xmlText(title)) +
    element('text', { ...middle, y: 40, fill: text2, 'font-family': mono }, xmlText(subtitle))
  )
}

function drawnRow(laid: LaidRow, colors: Colors): string {
  const { row, y, label, facts, result } = laid
  const behind = row.state === 'failed' ? colors.errBg : colors.bg
  const color = colorOf(row.state, colors)
  const isQuiet = row.state === 'will' || row.state === 'left_out' || row.state === 'hidden'
  return element(
    'g',
    {},
    [
      element('title', {}, xmlText(`${row.label}. ${row.facts}. ${row.result || stateNames[row.state]}`)),
      gutterMark(row, sizes.ring, y, colors),
      arrow(laid, colors),
      text(label, isQuiet ? colors.text2 : colors.text, behind, row.isBytes),
      text(facts, row.state === 'failed' ? colors.err : colors.text2, behind, false),
      row.result === '' ? '' : resultOf(laid, color, colors),
      row.change === ''
        ? ''
        : text({ ...result, text: cut(row.change, changeWidth, false), y: result.y + 16 }, colors.warn, behind, false),
    ].join(''),
  )
}

function resultOf({ row, result }: LaidRow, color: string, colors: Colors): string {
  const mark = stateMark(row.state, result.x - widthOf(result.text, false) - 12, result.y, colors)
  return mark + text(result, row.state === 'hidden' ? colors.text2 : color, colors.bg, false, false)
}

/** Knocked out of the lifelines by its edge, which has the colour of what is behind. */
function text(laid: LaidText, fill: string, behind: string, isBytes: boolean, isOverLines = true): string {
  if (laid.text === '') return ''
  const edge = { 'paint-order': 'stroke', stroke: behind, 'stroke-width': 4, 'stroke-linejoin': 'round' }
  const place = { x: laid.x, y: laid.y + 4, 'text-anchor': laid.anchor }
  const font = isBytes ? { 'font-family': mono } : {}
  return element('text', { ...place, fill, ...font, ...(isOverLines ? edge : {}) }, xmlText(laid.text))
}
