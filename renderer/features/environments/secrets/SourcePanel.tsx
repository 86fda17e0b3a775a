import { Stack } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { useFormScope } from '../form-scope.ts'
import { AwsFields } from './AwsFields.tsx'
import { AzureFields } from './AzureFields.tsx'
import { FileFields } from './FileFields.tsx'
import { SourceText } from './SourceText.tsx'
import { TestSource } from './TestSource.tsx'
import { VaultFields } from './VaultFields.tsx'

/** Where exactly an outside source has the secret, and a way to try it. */
export function SourcePanel({ name, label }: { name: SecretName; label: string }) {
  return (
    <Stack gap={8} className="panel source-panel" role="group" aria-label={`Source of ${label}`}>
      <Details name={name} label={label} />
      <TestSource name={name} label={label} />
    </Stack>
  )
}

function Details({ name, label }: { name: SecretName; label: string }) {
  const source = useFormScope().form.values.secretSources[name]
  const path = `secretSources.${name}` as const
  switch (source.kind) {
    case 'environment_variable':
      return (
        <SourceText
          path={`${path}.variable`}
          label="Variable"
          of={label}
          placeholder="ORDERS_CLIENT_SECRET"
          description="Of the app’s own environment, as it was when the app was started."
        />
      )
    case 'file':
      return <FileFields path={path} of={label} />
    case 'vault':
      return <VaultFields path={path} of={label} source={source} />
    case 'aws_secrets_manager':
      return <AwsFields path={path} of={label} source={source} />
    case 'azure_key_vault':
      return <AzureFields path={path} of={label} />
    case 'stored':
    case 'session':
    case 'ask':
      return null
  }
}
