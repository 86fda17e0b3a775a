import type { Picture } from '../picture.ts'
import { type Spoken, spokenRows } from './spoken.ts'

/** The picture as a list for a ticket. Text of servers is text in it: no markup, no links. */
export function markdownOf(picture: Picture): string {
  const lanes = picture.lanes.map(({ title, subtitle }) => `- **${title}**: ${escaped(subtitle)}`)
  const rows = spokenRows(picture).flatMap((row, index) => {
    const hops = row.folded.map((one) => `    - ${itemOf(one)}`)
    return [`${index + 1}. ${itemOf(row)}`].concat(hops)
  })
  return `${lanes.join('\n')}\n\n${rows.join('\n')}\n`
}

function itemOf({ number, between, label, facts, state, change }: Spoken): string {
  const step = number === null ? '' : `(${number}) `
  const rest = [facts, `${between}: ${state}`, change].filter((text) => text !== '').map(escaped)
  return `${step}**${escaped(label)}** — ${rest.join('; ')}`
}

/** A backslash before every character of ASCII that could be markup. @see CommonMark §2.4 */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&@:]/g, (mark) => `\\${mark}`)
