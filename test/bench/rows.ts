import { median, type Pair } from './pairs.ts'

/** One goal of the table: how many times the floor, and how many times it may be. */
export interface Row {
  goal: string
  what: string
  atMost: number
  unit: string
  /** What ours may be at most, where a time is promised and not only a ratio. */
  within?: number
  /** What ours may be at most where that is enough, at any ratio. */
  orWithin?: number
  /** What ours may be above the floor at most. */
  above?: number
  /** Of the pairs measured; or why there are none. */
  measured: readonly Pair<number>[] | string
}

export function tableOf(rows: readonly Row[]): string {
  const cells = [['goal', 'what', 'floor', 'ours', 'figure', 'above', 'allowed', ''], ...rows.map(cellsOf)]
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

function cellsOf(row: Row): string[] {
  const { goal, what, unit, measured } = row
  if (typeof measured === 'string') return [goal, what, '', '', '', '', allowedBy(row), `not measured: ${measured}`]
  const floor = median(measured.map((pair) => pair.floor))
  const ours = median(measured.map((pair) => pair.ours))
  const shown = (value: number) => `${Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`
  return [
    goal,
    what,
    shown(floor),
    shown(ours),
    `×${(ours / floor).toFixed(2)}`,
    shown(ours - floor),
    allowedBy(row),
    isMet(row, floor, ours) ? 'met' : 'not met',
  ]
}

function isMet({ atMost, within, orWithin, above }: Row, floor: number, ours: number): boolean {
  if (orWithin !== undefined && ours <= orWithin) return true
  return (
    ours / floor <= atMost &&
    ours <= (within ?? Number.POSITIVE_INFINITY) &&
    ours - floor <= (above ?? Number.POSITIVE_INFINITY)
  )
}

/** `×4.00, 16.7 ms above` */
function allowedBy({ atMost, within, orWithin, above, unit }: Row): string {
  return [
    `×${atMost.toFixed(2)}${orWithin === undefined ? '' : ` or ${orWithin} ${unit}`}`,
    ...(within === undefined ? [] : [`${within} ${unit}`]),
    ...(above === undefined ? [] : [`${above} ${unit} above`]),
  ].join(', ')
}
