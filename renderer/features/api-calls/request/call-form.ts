import { createContext, use, useSyncExternalStore } from 'react'
import { sendableToken } from '../../../../electron/vocabulary/token-rules.ts'
import { type CallValues, changedFields, rebased } from './call-values.ts'

/**
 * What is typed of a call, outside of React's state: a key draws the field it is typed in, and who shows the same. A field
 * that did not change is the same object as before.
 */
export interface CallForm {
  get: () => CallValues
  set: (change: Partial<CallValues>) => void
  /** The fields that differ from what is saved. */
  changed: () => readonly (keyof CallValues)[]
  /** What is saved; a new call is saved as it begins. */
  saved: () => CallValues
  /** Takes what is saved now. What a person did not touch is then as it is saved. */
  rebase: (saved: CallValues) => void
  /** Whether what is wrong is shown: from the first time on that it kept the call from being sent or saved. */
  showsProblems: () => boolean
  showProblems: () => void
  /** Which token it carries: one that is pasted for as long as the form is open, else as the values say. */
  choice: () => TokenChoice
  choose: (choice: TokenChoice) => void
  /** Never among the values, and in no draft. */
  pasted: () => string
  paste: (token: string) => void
  /** What is wrong with the pasted token, where it is the one that is sent. */
  pastedProblem: () => string | null
  subscribe: (listener: () => void) => () => void
}

export type TokenChoice = 'environment' | 'none' | 'pasted'

export function createCallForm(initial: CallValues, savedFirst: CallValues): CallForm {
  let values = initial
  let saved = savedFirst
  let changed = changedFields(values, saved)
  let shows = false
  let isPasted = false
  let pasted = ''
  const listeners = new Set<() => void>()
  const notify = () => {
    changed = changedFields(values, saved)
    for (const listener of listeners) listener()
  }
  return {
    get: () => values,
    set: (change) => {
      values = { ...values, ...change }
      notify()
    },
    changed: () => changed,
    saved: () => saved,
    rebase: (next) => {
      values = rebased(values, saved, next)
      saved = next
      notify()
    },
    showsProblems: () => shows,
    showProblems: () => {
      shows = true
      notify()
    },
    choice: () => (isPasted ? 'pasted' : values.authorization),
    choose: (choice) => {
      isPasted = choice === 'pasted'
      if (choice !== 'pasted') {
        pasted = ''
        values = { ...values, authorization: choice }
      }
      notify()
    },
    pasted: () => pasted,
    paste: (token) => {
      pasted = token
      notify()
    },
    pastedProblem: () => {
      if (!isPasted || sendableToken.test(pasted)) return null
      return pasted === '' ? 'Paste a token.' : 'A token is one line of ASCII without spaces.'
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface CallScope {
  form: CallForm
  environmentId: string
  callId: string
}

export const CallScopeContext = createContext<CallScope | null>(null)

export function useCallScope(): CallScope {
  const scope = use(CallScopeContext)
  if (scope === null) throw new Error('A field of a call is outside of its form')
  return scope
}

/** A part of what is typed; `of` gives the same object for as long as it says the same. */
export function useTyped<Part>(of: (values: CallValues) => Part): Part {
  const { form } = useCallScope()
  return useSyncExternalStore(form.subscribe, () => of(form.get()))
}

/** The same of a form that is not in the context yet. */
export const useOfForm = <Part>(form: CallForm, of: (form: CallForm) => Part): Part =>
  useSyncExternalStore(form.subscribe, () => of(form))
