import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type NumberRule, problemOfNumber } from '../../../electron/vocabulary/number-rule.ts'

interface Props {
  label: string
  description: string
  rule: NumberRule
  /** Undefined while it is not known. */
  saved: number | undefined
  /** Why it could not be read or saved. */
  failed: Error | null
  save: (number: number, options: { onSuccess: () => void }) => void
}

/** A number that is saved when its field is left, or by Enter. */
export function RememberedNumber({ label, description, rule, saved, failed, save }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed === null || !/^\d+$/.test(typed.trim()) ? Number.NaN : Number(typed)
  const problem = problemOfNumber(rule, number)
  const commit = () => {
    if (typed === null || problem !== null) return
    save(number, { onSuccess: () => setTyped(null) })
  }
  return (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      maw={420}
      value={typed ?? (saved === undefined ? '' : String(saved))}
      error={(typed === null ? null : problem) ?? failed?.message ?? null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
