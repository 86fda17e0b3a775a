import { startTransition, useEffect, useState } from 'react'
import type { CallForm } from './call-form.ts'
import type { CallValues } from './call-values.ts'

const pause = 250

/** What is typed, once typing pauses, for what would be too much to draw with each key. */
export function usePausedValues(form: CallForm): CallValues {
  const [values, setValues] = useState(form.get)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = form.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => startTransition(() => setValues(form.get())), pause)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [form])
  return values
}
