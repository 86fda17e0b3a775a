import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { Preferences } from '../../../electron/contract/preferences.ts'
import { usePreferences, useSetPreferences } from '../../queries/host-state.ts'

interface Props {
  name: 'secretCacheSeconds' | 'secretReminderDays'
  schema: z.ZodType<number>
  label: string
  description: string
}

/** A number that is remembered when its field is left, or by Enter. */
export function PreferenceNumber({ name, schema, label, description }: Props) {
  const saved = usePreferences().data?.[name]
  const set = useSetPreferences()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = schema.safeParse(typed === null || !/^\d+$/.test(typed.trim()) ? Number.NaN : Number(typed))
  const commit = () => {
    if (typed === null || !parsed.success) return
    const change: Partial<Preferences> = { [name]: parsed.data }
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
      error={
        typed !== null && !parsed.success ? 'Enter a whole number that is not too large.' : (set.error?.message ?? null)
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
