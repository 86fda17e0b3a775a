import { useForm, type UseFormReturnType } from '@mantine/form'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { SecretName, TypedSecrets } from '../../../electron/contract/secret.ts'
import { useKeepDraft } from '../../queries/drafts.ts'
import { forgetTypedSecrets, settleTypedSecrets, useTypedSecrets } from '../../queries/typed-secrets.ts'
import { draftText, rebase } from './form-draft.ts'
import type { FormValues } from './form-values.ts'
import { readValues } from './read-values.ts'
import { secretsToSet } from './secrets/shown-secrets.ts'

interface Given {
  saved: FormValues
  draft: FormValues | null
  draftKey: string
}

interface Typed {
  values: FormValues
  secrets: TypedSecrets
}

export interface EnvironmentFormState {
  form: UseFormReturnType<FormValues>
  dirty: boolean
  secrets: TypedSecrets
  setSecret: (name: SecretName, value: string) => void
  /** Those of which the old one is kept until the one that is typed has obtained a token. */
  keepOld: ReadonlySet<SecretName>
  setKeepOld: (name: SecretName, keep: boolean) => void
  /** Takes what is saved for what is typed. */
  reset: () => void
  /** After saving: what was typed meanwhile stays typed. */
  settle: (sent: Typed, stored: FormValues) => void
}

/** What is typed: values, kept by main as a draft while they differ from what is saved, and secrets, kept in this window's memory alone. */
export function useEnvironmentForm({ saved, draft, draftKey }: Given): EnvironmentFormState {
  const keepDraft = useKeepDraft()
  const [{ secrets, keepOld }, changeTyped] = useTypedSecrets(draftKey)
  const form = useForm<FormValues>({
    initialValues: draft ?? saved,
    validate: (values) => {
      const read = readValues(values)
      return read.ok ? {} : read.errors
    },
  })
  const { values, setValues, getValues, clearErrors, clearFieldError } = form

  // What is saved may change while its form is open: the sandbox starts again, a certificate is accepted elsewhere.
  const base = useRef(saved)
  useLayoutEffect(() => {
    const current = getValues()
    const next = rebase(current, base.current, saved)
    base.current = saved
    if (JSON.stringify(next) !== JSON.stringify(current)) setValues(next)
  }, [saved, getValues, setValues])

  const changed = JSON.stringify(values) !== JSON.stringify(saved)
  const text = changed ? draftText(saved, values) : ''
  const kept = useRef(draft === null ? '' : draftText(saved, draft))
  const keep = useCallback(
    (next: string) => {
      if (next === kept.current) return
      kept.current = next
      keepDraft(draftKey, next)
    },
    [keepDraft, draftKey],
  )
  useEffect(() => keep(text), [keep, text])

  const setSecret = (name: SecretName, value: string) => {
    clearFieldError(name)
    changeTyped(({ secrets: { [name]: _before, ...others }, ...rest }) => ({
      ...rest,
      secrets: value === '' ? others : { ...others, [name]: value },
    }))
  }
  const setKeepOld = (name: SecretName, keep: boolean) =>
    changeTyped((now) => ({
      ...now,
      keepOld: new Set([...now.keepOld].filter((one) => one !== name).concat(keep ? [name] : [])),
    }))
  return {
    form,
    dirty: changed || Object.keys(secretsToSet(secrets, values)).length > 0,
    secrets,
    setSecret,
    keepOld,
    setKeepOld,
    reset: () => {
      setValues(saved)
      // At once: saving a new environment leads away from the form, which may be gone before its next effect.
      keep('')
      clearErrors()
      forgetTypedSecrets(draftKey)
      // At once: where the form goes away with this, no effect of it runs any more.
      kept.current = ''
      keepDraft(draftKey, '')
    },
    settle: (sent, stored) => {
      setValues(rebase(getValues(), sent.values, stored))
      base.current = stored
      settleTypedSecrets(draftKey, sent.secrets)
    },
  }
}
