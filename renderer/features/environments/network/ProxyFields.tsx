import { Stack } from '@mantine/core'
import { SecretField } from '../secrets/SecretField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'

export function ProxyFields() {
  const explicit = useFormScope().form.values.network.proxy.mode === 'explicit'
  return (
    <Stack gap={12} role="group" aria-label="Proxy settings">
      <div className="fields" data-columns="2">
        <SelectField
          path="network.proxy.mode"
          label="Proxy"
          data={[
            { value: 'system', label: 'System proxy' },
            { value: 'explicit', label: 'This one' },
            { value: 'none', label: 'None' },
          ]}
        />
        {explicit ? (
          <TextField
            path="network.proxy.url"
            label="Proxy URL"
            placeholder="http://proxy.example:3128"
            spellCheck={false}
          />
        ) : null}
      </div>
      {explicit ? (
        <>
          <div className="fields" data-columns="2">
            <TextField path="network.proxy.username" label="Proxy user name" autoComplete="off" />
            <SecretField name="proxy_password" label="Proxy password" />
          </div>
          <TextField
            path="network.proxy.bypass"
            label="Bypass proxy for"
            placeholder="localhost, .corp.example, 10.0.0.0/8, [::1]:8443"
            spellCheck={false}
          />
        </>
      ) : null}
    </Stack>
  )
}
