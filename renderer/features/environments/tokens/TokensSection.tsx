import { Checkbox, Stack } from '@mantine/core'
import { SecondsField } from '../fields/SecondsField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { useFormScope } from '../form-scope.ts'
import { DpopFields } from './DpopFields.tsx'

/** What the tokens are bound to, how long they are reused, and how they are introspected at first. */
export function TokensSection() {
  const { form } = useFormScope()
  return (
    <Stack gap={16}>
      <Checkbox
        data-path="dpop"
        label="DPoP: bind tokens to a key of this environment"
        description="Each request then carries a proof of possession (RFC 9449)."
        checked={form.values.dpop.enabled}
        onChange={({ currentTarget }) => form.setFieldValue('dpop.enabled', currentTarget.checked)}
      />
      {form.values.dpop.enabled ? <DpopFields /> : null}
      <SecondsField
        path="renewBefore"
        label="Renew before expiry"
        description="A token this close to its end is not reused."
        maw={260}
      />
      <div className="fields" data-columns="3">
        <SelectField
          path="introspection.authentication"
          label="Introspection authentication"
          data={[
            { value: 'client', label: 'As the client' },
            { value: 'client_secret_basic', label: 'Basic (client_secret_basic)' },
            { value: 'client_secret_post', label: 'Post (client_secret_post)' },
            { value: 'bearer_token_itself', label: 'Bearer: the token itself' },
            { value: 'none', label: 'None' },
          ]}
        />
        <SelectField
          path="introspection.bodyFormat"
          label="Introspection body format"
          data={[
            { value: 'form', label: 'Form (standard)' },
            { value: 'json', label: 'JSON' },
          ]}
        />
        <SelectField
          path="introspection.responseFormat"
          label="Introspection response format"
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'jwt', label: 'Signed JWT (RFC 9701)' },
          ]}
        />
      </div>
    </Stack>
  )
}
