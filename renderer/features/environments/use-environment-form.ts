import { useForm, type UseFormReturnType } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { SecretName, TypedSecrets } from '../../../electron/contract/secret.ts'
import { useKeepDraft } from '../../queries/drafts.ts'
import { type FormValues, managedOf, withManaged } from './form-values.ts'
import { readValues } from './read-values.ts'

interface Given {
  saved: FormValues
  draft: FormValues | null
  draftKey: string
  managed: boolean
}

export interface EnvironmentFormState {
  form: UseFormReturnType<FormValues>
  dirty: boolean
  secrets: TypedSecrets
  setSecret: (name: SecretName, value: string) => void
  /** Takes what is saved for what is typed. */
  reset: (to: FormValues) => void
}

/** What is typed: values, kept as a draft while they differ from what is saved, and secrets, kept nowhere. */
export function useEnvironmentForm({ saved, draft, draftKey, managed }: Given): EnvironmentFormState {
  const keepDraft = useKeepDraft()
  const [secrets, setSecrets] = useState<TypedSecrets>({})
  const form = useForm<FormValues>({
    initialValues: draft ?? saved,
    validate: (values) => {
      const read = readValues(values)
      return read.ok ? {} : read.errors
    },
  })
  const { values, setValues, getValues, clearErrors } = form

  // The sandbox may start again while its form is open.
  useEffect(() => {
    const current = getValues()
    const next = managed ? withManaged(current, managedOf(saved)) : current
    if (JSON.stringify(next) !== JSON.stringify(current)) setValues(next)
  }, [managed, saved, getValues, setValues])

  const text = JSON.stringify(values)
  const changed = text !== JSON.stringify(saved)
  const kept = useRef(draft === null ? '' : JSON.stringify(draft))
  useEffect(() => {
    const next = changed ? text : ''
    if (next === kept.current) return
    kept.current = next
    keepDraft(draftKey, next)
  }, [keepDraft, draftKey, changed, text])

  const setSecret = (name: SecretName, value: string) =>
    setSecrets(({ [name]: _before, ...others }) => (value === '' ? others : { ...others, [name]: value }))
  return {
    form,
    dirty: changed || Object.keys(secrets).length > 0,
    secrets,
    setSecret,
    reset: (to) => {
      setValues(to)
      clearErrors()
      setSecrets({})
    },
  }
}
