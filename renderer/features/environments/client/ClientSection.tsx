import { NativeSelect, Stack } from '@mantine/core'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { authMethods } from '../../../../electron/vocabulary/client-authentication.ts'
import { ChipsField } from '../fields/ChipsField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope, useChoiceField } from '../form-scope.ts'
import { resourceRules, scopeRules } from '../request/scope-rules.ts'
import { ScopeSuggestions } from '../request/ScopeSuggestions.tsx'
import { SecretField } from '../secrets/SecretField.tsx'
import { VaultSecrets } from '../secrets/VaultSecrets.tsx'
import { MethodFields } from './MethodFields.tsx'
import { algorithmFor, methodOptions } from './method-options.ts'

/** Who asks, how it proves that it is the one, and what it asks for. */
export function ClientSection() {
  const method = useFormScope().form.values.token_endpoint_auth_method
  return (
    <Stack gap={12}>
      <div className="fields" data-columns="2">
        <TextField path="client_id" label="Client ID" spellCheck={false} />
        <MethodSelect />
        {method.startsWith('client_secret_') ? <SecretField name="client_secret" label="Client secret" /> : null}
        <ChipsField path="scope" label="Scopes" placeholder="api:read api:write" rules={scopeRules}>
          <ScopeSuggestions />
        </ChipsField>
        <TextField path="audience" label="Audience" spellCheck={false} />
        <ChipsField path="resource" label="Resource" placeholder="https://api.example" rules={resourceRules} />
      </div>
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
