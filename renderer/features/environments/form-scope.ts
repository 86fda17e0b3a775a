import type { UseFormReturnType } from '@mantine/form'
import { createContext, useContext } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { Metadata } from '../../../electron/contract/outcome.ts'
import type { SecretName, TypedSecrets } from '../../../electron/contract/secret.ts'
import type { FormValues, TextPath } from './form-values.ts'
import type { FormPreview } from './preview/use-form-preview.ts'
import type { Sections } from './use-sections.ts'

/** What all parts of the form share. */
export interface FormScope {
  form: UseFormReturnType<FormValues>
  /** Null for a new one. */
  environment: Environment | null
  /** True for the sandbox, whose endpoints, secrets and certificates are made anew for each run. */
  managed: boolean
  dirty: boolean
  /** Secrets that are typed and not set yet. */
  secrets: TypedSecrets
  setSecret: (name: SecretName, value: string) => void
  /** Those of which the old one is kept until the one that is typed has obtained a token. */
  keepOld: ReadonlySet<SecretName>
  setKeepOld: (name: SecretName, keep: boolean) => void
  /** What is wrong with a field, or null. */
  problemAt: (path: string) => string | null
  preview: FormPreview
  /** What the server publishes, once it was asked. */
  metadata: Metadata | null
  sections: Sections
}

const Context = createContext<FormScope | null>(null)

export const FormScopeProvider = Context.Provider

export function useFormScope(): FormScope {
  const scope = useContext(Context)
  if (scope === null) throw new Error('This field stands outside of the form.')
  return scope
}

/** Everything that an input for text needs. */
export function useTextField(path: TextPath) {
  const { form, problemAt } = useFormScope()
  return { ...form.getInputProps(path), error: problemAt(path) }
}
