import { median, type Pair } from './pairs.ts'

/** One goal of the table: how many times the floor, and how many times it may be. */
export interface Row {
  goal: string
  what: string
  atMost: number
  unit: string
  /** What ours may be at most, where a time is promised and not only a ratio. */
  within?: number
  /** Of the pairs measured; or why there are none. */
  measured: readonly Pair<number>[] | string
}

export function tableOf(rows: readonly Row[]): string {
  const cells = [['goal', 'what', 'floor', 'ours', 'figure', 'allowed', ''], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_cell, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf({ goal, what, atMost, unit, within = Number.POSITIVE_INFINITY, measured }: Row): string[] {
  const allowed = `×${atMost.toFixed(2)}${Number.isFinite(within) ? `, ${within} ${unit}` : ''}`
  if (typeof measured === 'string') return [goal, what, '', '', '', allowed, `not measured: ${measured}`]
  const floor = median(measured.map((pair) => pair.floor))
  const ours = median(measured.map((pair) => pair.ours))
  const figure = ours / floor
  const [shownFloor, shownOurs] = [floor, ours].map(
    (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`,
  )
  return [
    goal,
    what,
    shownFloor ?? '',
    shownOurs ?? '',
    `×${figure.toFixed(2)}`,
    allowed,
    figure <= atMost && ours <= within ? 'met' : 'not met',
  ]
}
