import type { Checked } from '../../contract/diagnosis.ts'
import { checkedLabels, checkedResults } from '../checked.ts'

const order = ['found', 'ruled_out', 'not_known'] as const satisfies readonly Checked['result'][]

export interface CheckedGroup {
  result: Checked['result']
  title: string
  /** What was looked at, in the order in which it was. */
  labels: readonly string[]
}

/** What was checked, by what it gave; without what gave nothing. */
export function checkedGroups(checked: readonly Checked[]): CheckedGroup[] {
  return order.flatMap((result) => {
    const labels = checked.filter((each) => each.result === result).map(({ check }) => checkedLabels[check])
    return labels.length === 0 ? [] : { result, title: checkedResults[result], labels }
  })
}

/** The same in one line: how much found something, and how much was ruled out. */
export function checkedSummary(checked: readonly Checked[]): string {
  const count = (result: Checked['result']) => checked.filter((each) => each.result === result).length
  const words = { found: 'found something', ruled_out: 'ruled out', not_known: 'not known from here' } as const
  return order.flatMap((result) => (count(result) === 0 ? [] : `${count(result)} ${words[result]}`)).join(', ')
}
