import type { Picture } from '../picture.ts'
import { type Spoken, spokenRows } from './spoken.ts'

/** The picture as a list in plain text: for screen readers, tickets and the command line. */
export function textOf(picture: Picture): string {
  const rows = spokenRows(picture).flatMap((row) =>
    linesOf(row, '').concat(row.folded.flatMap((one) => linesOf(one, '   '))),
  )
  return `${lanesLine(picture)}\n\n${rows.join('\n')}\n`
}

const lanesLine = ({ lanes }: Picture): string =>
  lanes.map(({ title, subtitle }) => `${title}: ${subtitle}`).join(' · ')

function linesOf({ number, between, label, facts, state, change }: Spoken, indent: string): string[] {
  const head = `${indent}${(number ?? '·').padEnd(3)}${label}`
  return [
    head,
    ...[facts, `${between}: ${state}`, change].filter((text) => text !== '').map((text) => `${indent}   ${text}`),
  ]
}
