import { median, type Pair } from './pairs.ts'

/** One goal of the table: how many times the floor, and how many times it may be. */
export interface Row {
  goal: string
  what: string
  atMost: number
  unit: string
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

function cellsOf({ goal, what, atMost, unit, measured }: Row): string[] {
  const allowed = `×${atMost.toFixed(2)}`
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
    figure <= atMost ? 'met' : 'not met',
  ]
}
