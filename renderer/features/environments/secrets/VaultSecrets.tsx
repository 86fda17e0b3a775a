import { Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { useFormScope } from '../form-scope.ts'
import { SecretField } from './SecretField.tsx'
import { shownSecrets } from './shown-secrets.ts'

/** What the app logs in with at Vault: once for the environment, whichever of its secrets come from there. */
export function VaultSecrets() {
  const { form } = useFormScope()
  const id = useId()
  const shown = shownSecrets(form.values)
  if (!shown.has('vault_token') && !shown.has('vault_secret_id')) return null
  return (
    <Stack gap={4} role="group" aria-labelledby={id}>
      <Text size="sm" fw={600} id={id}>
        Vault login
      </Text>
      <div className="fields" data-columns="2">
        {shown.has('vault_token') ? (
          <SecretField
            name="vault_token"
            label="Vault token"
            description="Defaults to VAULT_TOKEN, then ~/.vault-token."
          />
        ) : null}
        {shown.has('vault_secret_id') ? (
          <SecretField name="vault_secret_id" label="Vault secret ID" description="Defaults to VAULT_SECRET_ID." />
        ) : null}
      </div>
    </Stack>
  )
}
