import type { NamedRow } from './rows-spec.ts'

interface Props {
  id: string
  row: NamedRow
  problem: string | null
  note: string | null
}

/** What there is to know of a row: what is wrong with it, that it is not sent, or what its variables stand for. */
export function RowHint({ id, row, problem, note }: Props) {
  return (
    <span id={id} className="call-hint" data-wrong={problem === null ? undefined : true}>
      {problem ?? (row.enabled ? note : 'not sent')}
    </span>
  )
}
