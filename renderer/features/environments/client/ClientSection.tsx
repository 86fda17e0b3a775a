import { NativeSelect, SimpleGrid, Stack } from '@mantine/core'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { authMethods } from '../../../../electron/vocabulary/client-authentication.ts'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope, useChoiceField } from '../form-scope.ts'
import { VaultSecrets } from '../secrets/VaultSecrets.tsx'
import { MethodFields } from './MethodFields.tsx'
import { algorithmFor, methodOptions } from './method-options.ts'

/** Who asks, and how it proves that it is the one. */
export function ClientSection() {
  return (
    <Stack gap={10}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8}>
        <TextField path="client_id" label="Client ID" spellCheck={false} />
        <MethodSelect />
      </SimpleGrid>
      <MethodFields />
      <VaultSecrets />
    </Stack>
  )
}

function MethodSelect() {
  const { form, metadata } = useFormScope()
  return (
    <NativeSelect
      label="Authentication method"
      data={methodOptions(metadata)}
      {...useChoiceField('token_endpoint_auth_method')}
      onChange={({ currentTarget }) => {
        const method = oneOf(authMethods, currentTarget.value)
        if (method === null) return
        form.setFieldValue('token_endpoint_auth_method', method)
        form.setFieldValue('assertion.alg', algorithmFor(method, form.getValues().assertion.alg))
      }}
    />
  )
}
