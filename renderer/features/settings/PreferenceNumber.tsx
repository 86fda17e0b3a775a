import type { Preferences } from '../../../electron/contract/preferences.ts'
import { preferenceRules } from '../../../electron/vocabulary/number-rules.ts'
import { usePreferences, useSetPreferences } from '../../queries/host-state.ts'
import { RememberedNumber } from './RememberedNumber.tsx'

interface Props {
  name: keyof typeof preferenceRules
  label: string
  description: string
}

export function PreferenceNumber({ name, label, description }: Props) {
  const preferences = usePreferences()
  const set = useSetPreferences()
  return (
    <RememberedNumber
      label={label}
      description={description}
      rule={preferenceRules[name]}
      saved={preferences.data?.[name]}
      failed={set.error}
      save={(number, options) => {
        const change: Partial<Preferences> = { [name]: number }
        set.mutate(change, options)
      }}
    />
  )
}
