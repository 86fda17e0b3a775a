import { use } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import { KnownVariablesContext } from '../variables/known-variables-context.ts'
import { variableHint } from '../variables/resolved-text.ts'
import type { NamedRow } from './rows-spec.ts'

interface Props {
  id: string
  row: NamedRow
  problem: string | null
  note: string | null
}

/** What there is to know of a row: what is wrong with it, that it is not sent, or what its variables stand for. */
export function RowHint({ id, row, problem, note }: Props) {
  const variables = use(KnownVariablesContext)
  const meant = variables === null ? null : variableHint(row.value ?? '', variables)
  const said = problem ?? (row.enabled ? (meant === null ? note : visible(meant)) : 'not sent')
  return (
    <span id={id} className="call-hint" title={said ?? undefined} data-wrong={problem === null ? undefined : true}>
      {said}
    </span>
  )
}
