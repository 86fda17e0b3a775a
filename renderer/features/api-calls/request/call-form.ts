import { createContext, use, useSyncExternalStore } from 'react'
import type { CallValues } from './call-values.ts'
import { rebased } from './call-values.ts'

/**
 * What is typed of a call, outside of React's state: a key draws the field it is typed in, and who shows the same. A field
 * that did not change is the same object as before.
 */
export interface CallForm {
  get: () => CallValues
  set: (change: Partial<CallValues>) => void
  /** What is saved; a new call is saved as it begins. */
  saved: () => CallValues
  /** Takes what is saved now. What a person did not touch is then as it is saved. */
  rebase: (saved: CallValues) => void
  /** Whether what is wrong is shown: from the first time on that it kept the call from being sent or saved. */
  showsProblems: () => boolean
  showProblems: () => void
  subscribe: (listener: () => void) => () => void
}

export function createCallForm(initial: CallValues, savedFirst: CallValues): CallForm {
  let values = initial
  let saved = savedFirst
  let shows = false
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  return {
    get: () => values,
    set: (change) => {
      values = { ...values, ...change }
      notify()
    },
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
