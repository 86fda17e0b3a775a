import type { HistoryLimits } from '../../../electron/contract/history.ts'
import { historyLimitRules } from '../../../electron/vocabulary/number-rules.ts'
import { useHistoryLimits, useSetHistoryLimits } from '../../queries/history-limits.ts'
import { RememberedNumber } from './RememberedNumber.tsx'

interface Props {
  name: keyof HistoryLimits
  label: string
  description: string
}

export function HistoryLimit({ name, label, description }: Props) {
  const limits = useHistoryLimits()
  const set = useSetHistoryLimits()
  return (
    <RememberedNumber
      label={label}
      description={description}
      rule={historyLimitRules[name]}
      saved={limits.data?.[name]}
      failed={set.error ?? limits.error}
      save={(number, options) => {
        const change: Partial<HistoryLimits> = { [name]: number }
        set.mutate(change, options)
      }}
    />
  )
}
