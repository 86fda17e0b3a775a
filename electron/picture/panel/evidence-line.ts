import { oneLine } from '../../common/one-line.ts'
import { notSentText, places } from '../../wording/flow/places.ts'
import type { EvidenceLine } from '../picture.ts'

/** A line of three parts, of which the second is the decisive one. */
export function evidenceLine(
  place: string,
  before: string,
  decisive: string,
  after: string,
  rowId: string,
): EvidenceLine {
  const start = oneLine(before) + (before.endsWith(' ') ? ' ' : '')
  const marked = oneLine(decisive)
  const mark = marked === '' ? null : ([start.length, marked.length] as const)
  return { place, text: `${start}${marked}${after}`, mark, rowId }
}

/** A member of the token. */
export const member = (place: string, name: string, value: string, rowId: string): EvidenceLine =>
  evidenceLine(place, `"${name}": "`, value, '"', rowId)

/** What the token request said; nothing of it is decisive by itself. */
export function requested(name: string, value: string): EvidenceLine {
  const text = value === '' ? notSentText(name) : `${name}: ${value}`
  return evidenceLine(places.request, text, '', '', 'token.request')
}
