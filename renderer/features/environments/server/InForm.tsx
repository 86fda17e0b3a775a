import { type ReactNode, useMemo } from 'react'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { FormChangesContext } from '../../../diagnosis/form-changes.ts'
import { useFormScope } from '../form-scope.ts'

const addresses = ['issuer', 'token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const

/** Where what is proposed for an address goes into the form, and is saved with it. */
export function InForm({ children }: { children: ReactNode }) {
  const { form } = useFormScope()
  const { getValues, setFieldValue } = form
  const changes = useMemo(
    () => ({
      valueOf: (field: string) => {
        const path = oneOf(addresses, field)
        return path === null ? null : getValues()[path]
      },
      set: ({ field, value }: { field: string; value: unknown }) => {
        const path = oneOf(addresses, field)
        if (path !== null && typeof value === 'string') setFieldValue(path, value)
      },
    }),
    [getValues, setFieldValue],
  )
  return <FormChangesContext value={changes}>{children}</FormChangesContext>
}
