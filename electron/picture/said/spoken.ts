import { stateNames } from '../../wording/flow/states.ts'
import type { Lane, Picture, Row } from '../picture.ts'

/** A row in words: what it is, between whom, and how it ended. */
export interface Spoken {
  number: Row['number']
  /** `This app to Authorization server`, or who does it alone. */
  between: string
  label: string
  facts: string
  /** The state, and the time where there is one. */
  state: string
  change: string
  folded: readonly Spoken[]
}

/** The rows of a picture one after the other, for those who read or hear it. */
export const spokenRows = ({ lanes, rows }: Picture): Spoken[] => rows.map((row) => spokenRow(row, lanes))

export function spokenRow(row: Row, lanes: readonly Lane[]): Spoken {
  const [from, to] = [titleOf(row.from, lanes), titleOf(row.to, lanes)]
  return {
    number: row.number,
    between: row.from === row.to ? from : `${from} to ${to}`,
    label: row.label,
    facts: row.facts,
    state: spokenState(row),
    change: row.change,
    folded: row.folded.map((one) => spokenRow(one, lanes)),
  }
}

const titleOf = (id: Lane['id'], lanes: readonly Lane[]): string => lanes.find((lane) => lane.id === id)?.title ?? id

/** The state of a row, and its time where it has one. */
export function spokenState({ state, result }: Pick<Row, 'state' | 'result'>): string {
  const name = stateNames[state]
  return result === '' || result === name ? name : `${name}, ${result}`
}
