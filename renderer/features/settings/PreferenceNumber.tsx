import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Preferences } from '../../../electron/contract/preferences.ts'
import { problemOfNumber } from '../../../electron/vocabulary/number-rule.ts'
import { preferenceRules } from '../../../electron/vocabulary/number-rules.ts'
import { usePreferences, useSetPreferences } from '../../queries/host-state.ts'

interface Props {
  name: keyof typeof preferenceRules
  label: string
  description: string
}

/** A number that is remembered when its field is left, or by Enter. */
export function PreferenceNumber({ name, label, description }: Props) {
  const saved = usePreferences().data?.[name]
  const set = useSetPreferences()
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed === null || !/^\d+$/.test(typed.trim()) ? Number.NaN : Number(typed)
  const problem = problemOfNumber(preferenceRules[name], number)
  const commit = () => {
    if (typed === null || problem !== null) return
    const change: Partial<Preferences> = { [name]: number }
    set.mutate(change, { onSuccess: () => setTyped(null) })
  }
  return (
    <TextInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      maw={420}
      value={typed ?? (saved === undefined ? '' : String(saved))}
      error={(typed === null ? null : problem) ?? set.error?.message ?? null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
