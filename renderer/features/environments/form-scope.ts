import { createContext, useContext, useReducer } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { Metadata } from '../../../electron/contract/outcome.ts'
import type { TextPath } from './form-values.ts'
import type { PreviewedValues } from './preview/previewed-values.ts'
import type { EnvironmentFormState } from './use-environment-form.ts'
import type { Sections } from './use-sections.ts'

/** What all parts of the form share. */
export interface FormScope extends Omit<EnvironmentFormState, 'reset' | 'settle'> {
  /** Null for a new one. */
  environment: Environment | null
  draftKey: string
  /** True for the sandbox, whose endpoints, secrets and certificates are new for each run. */
  managed: boolean
  /** What is wrong with a field, or null. */
  problemAt: (path: string) => string | null
  previewed: PreviewedValues
  /** What the server publishes, once it was asked. */
  metadata: Metadata | null
  sections: Sections
}

const Context = createContext<FormScope | null>(null)

export const FormScopeProvider = Context.Provider

export function useFormScope(): FormScope {
  const scope = useContext(Context)
  if (scope === null) throw new Error('This field is outside of the form.')
  return scope
}

/** Everything that an input for text needs. It draws itself with each key, and the form once typing pauses. */
export function useTextField(path: TextPath) {
  const { form, type, drawing, problemAt } = useFormScope()
  const draw = useDraw()
  return {
    ...fieldProps(form, path),
    error: problemAt(path),
    onChange: ({ currentTarget }: Changed) => {
      type(path, currentTarget.value)
      draw()
    },
    // A click elsewhere, and what it does, meet the form as it is now.
    onBlur: drawing.settle,
  }
}

/** Everything that a choice among several values needs; fields may come and go with it, so the form is drawn at once. */
export function useChoiceField(path: TextPath) {
  const { form, problemAt } = useFormScope()
  return {
    ...fieldProps(form, path),
    error: problemAt(path),
    onChange: ({ currentTarget }: Changed) => form.setFieldValue(path, currentTarget.value),
  }
}

/** Draws the component that calls it. */
export function useDraw(): () => void {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  return draw
}

interface Changed {
  currentTarget: { value: string }
}

function fieldProps(form: FormScope['form'], path: TextPath) {
  return {
    value: textAt(form, path),
    'data-path': path,
    onFocus: () => form.setTouched((touched) => ({ ...touched, [path]: true })),
  }
}

/** What is typed in a field now. */
export function textAt(form: FormScope['form'], path: string): string {
  const value: unknown = form.getInputProps(path).defaultValue
  return typeof value === 'string' ? value : ''
}
