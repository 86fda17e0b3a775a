import { useForm, type UseFormReturnType } from '@mantine/form'
import { startTransition, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { SecretName, TypedSecrets } from '../../../electron/contract/secret.ts'
import { useKeepDraft } from '../../queries/drafts.ts'
import {
  changeTypedSecrets,
  forgetTypedSecrets,
  onTypedSecrets,
  settleTypedSecrets,
  type Typed,
  typedSecrets,
} from '../../queries/typed-secrets.ts'
import { type PausedDraw, usePausedDraw } from '../../ui/paused-draw.ts'
import { draftText, rebase } from './form-draft.ts'
import type { Chips, FormValues, ListPath, TextPath } from './form-values.ts'
import { readValues } from './read-values.ts'
import { secretsToSet } from './secrets/shown-secrets.ts'
import { valuesToStore } from './variables/typed-values.ts'

interface Given {
  saved: FormValues
  draft: FormValues | null
  draftKey: string
}

interface Sent {
  values: FormValues
  typed: Pick<Typed, 'secrets' | 'variables'>
}

export interface EnvironmentFormState {
  /** Its values are those of the last time it was drawn; `getValues` gives those of now. */
  form: UseFormReturnType<FormValues>
  drawing: PausedDraw
  dirty: boolean
  /** Those that were typed when the form was drawn; `typedSecrets` gives those of now. */
  secrets: TypedSecrets
  /** Those of which the old one is kept until the one that is typed has obtained a token. */
  keepOld: ReadonlySet<SecretName>
  /** Takes one more key in a field, which draws itself. The form follows once typing pauses. */
  type: (path: TextPath | ListPath, value: string | Chips) => void
  typeSecret: (name: SecretName, value: string) => void
  typeVariables: (change: (now: Typed['variables']) => Typed['variables']) => void
  setKeepOld: (name: SecretName, keep: boolean) => void
  /** Takes what is saved for what is typed. */
  reset: () => void
  /** After saving: what was typed meanwhile stays typed. */
  settle: (sent: Sent, stored: FormValues) => void
}

/** What is typed: values, kept by main as a draft while they differ from what is saved, and secrets, kept in this window's memory alone. */
export function useEnvironmentForm({ saved, draft, draftKey }: Given): EnvironmentFormState {
  const keepDraft = useKeepDraft()
  const drawing = usePausedDraw()
  const isTyping = useRef(false)
  const { now, soon } = drawing
  // What is saved may change while its form is open: the sandbox starts again, a certificate is accepted elsewhere.
  const base = useRef(saved)
  const kept = useRef(draft === null ? '' : draftText(saved, draft))
  const keep = useCallback(
    (values: FormValues) => {
      const text = isSame(values, base.current) ? '' : draftText(base.current, values)
      if (text === kept.current) return
      kept.current = text
      keepDraft(draftKey, text)
    },
    [keepDraft, draftKey],
  )
  const form = useForm<FormValues>({
    // The values are in memory and not in React's state, so that a key draws its own field and nothing else.
    mode: 'uncontrolled',
    initialValues: draft ?? saved,
    validate: (values) => {
      const read = readValues(values)
      return read.ok ? {} : read.errors
    },
    onValuesChange: useCallback(
      (values: FormValues) => {
        keep(values)
        if (isTyping.current) soon()
        else now()
      },
      [keep, now, soon],
    ),
  })
  const { values, setValues, getValues, setFieldValue, clearErrors, clearFieldError } = form

  useLayoutEffect(() => {
    const current = getValues()
    const next = rebase(current, base.current, saved)
    base.current = saved
    if (isSame(next, current)) keep(current)
    else setValues(next)
  }, [saved, getValues, setValues, keep])

  useEffect(() => {
    let last = typedSecrets(draftKey)
    return onTypedSecrets(() => {
      const typed = typedSecrets(draftKey)
      if (typed === last) return
      last = typed
      if (isTyping.current) soon()
      else now()
    })
  }, [draftKey, now, soon])

  /** The change is made at once; what React has to draw for it (an error that goes) can wait for the next keys. */
  const asTyped = (change: () => void) => {
    isTyping.current = true
    startTransition(change)
    isTyping.current = false
  }
  const { secrets, variables, keepOld } = typedSecrets(draftKey)
  return {
    form,
    drawing,
    dirty:
      !isSame(values, saved) ||
      Object.keys(secretsToSet(secrets, values)).length > 0 ||
      valuesToStore(variables, values.variables).length > 0,
    secrets,
    keepOld,
    type: (path, value) => asTyped(() => setFieldValue(path, value, { forceUpdate: false })),
    typeSecret: (name, value) =>
      asTyped(() => {
        clearFieldError(name)
        changeTypedSecrets(draftKey, ({ secrets: { [name]: _before, ...others }, ...rest }) => ({
          ...rest,
          secrets: value === '' ? others : { ...others, [name]: value },
        }))
      }),
    typeVariables: (change) =>
      asTyped(() => changeTypedSecrets(draftKey, (typed) => ({ ...typed, variables: change(typed.variables) }))),
    setKeepOld: (name, isKept) =>
      changeTypedSecrets(draftKey, (typed) => ({
        ...typed,
        keepOld: new Set([...typed.keepOld].filter((one) => one !== name).concat(isKept ? [name] : [])),
      })),
    reset: () => {
      setValues(saved)
      clearErrors()
      forgetTypedSecrets(draftKey)
    },
    settle: (sent, stored) => {
      base.current = stored
      setValues(rebase(getValues(), sent.values, stored))
      keep(getValues())
      settleTypedSecrets(draftKey, sent.typed.secrets, sent.typed.variables)
    },
  }
}

const isSame = (one: FormValues, other: FormValues): boolean => JSON.stringify(one) === JSON.stringify(other)
