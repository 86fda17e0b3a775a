import type { Checked } from '../../contract/diagnosis.ts'
import { checkedLabels } from '../checked.ts'

/** A failure whose cause was not found: where nothing wrong was found, and what to look at next. */
export function unexplainedText(checked: readonly Checked[]): string {
  const labels = checked
    .filter(({ result }) => result === 'ruled_out')
    .map(({ check }) => lowerFirst(checkedLabels[check]))
  const looked = labels.length === 0 ? '' : ` Nothing wrong was found in: ${labels.join('; ')}.`
  return `The cause is not known.${looked} Next: read the answer in full, and ask whoever runs the server what its log says of this request.`
}

/** A label within a sentence; names such as DPoP keep their capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text
