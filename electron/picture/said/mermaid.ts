import type { Lane, Picture, Row } from '../picture.ts'
import { spokenState } from './spoken.ts'

/** The picture as a sequence diagram for a wiki. @see https://mermaid.js.org/syntax/sequenceDiagram.html */
export function mermaidOf({ lanes, rows }: Picture): string {
  const shown = rows.flatMap((row) => [row, ...row.folded])
  return `${['sequenceDiagram', ...lanes.map(participant), ...shown.flatMap(message)].join('\n  ')}\n`
}

/** Our own names: `server` or `end` could be words of the language. */
const nameOf = (id: Lane['id']): string => `lane_${id}`

const participant = ({ id, title, subtitle }: Lane): string =>
  `participant ${nameOf(id)} as ${safe(title)}<br/>${safe(subtitle)}`

function message(row: Row): string[] {
  const { number, from, to, label, facts } = row
  const [one, other] = [nameOf(from), nameOf(to)]
  const said = [number === null ? label : `${number} ${label}`, facts, spokenState(row), row.change]
  const text = said
    .filter((part) => part !== '')
    .map(safe)
    .join('<br/>')
  return [`${one}${arrowOf(row)}${other}: ${text}`]
}

/** Solid for what happened, dotted for what did not or is not seen, with a cross for what broke. */
function arrowOf({ state, isBroken }: Row): string {
  if (isBroken) return '-x'
  return state === 'will' || state === 'hidden' || state === 'left_out' ? '-->>' : '->>'
}

/** What is no letter, figure or harmless mark is a number, as the language has it; a whole word of it would end the diagram. */
const safe = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N} .,/?=_()…·-]/gu, (character) => `#${character.codePointAt(0)};`)
    .replace(/^\s*end\s*$/i, (word) => `${word}.`)
