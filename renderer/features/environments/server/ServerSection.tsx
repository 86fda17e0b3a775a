import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useAction } from '../../../queries/action.ts'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'
import { AliasFields } from './AliasFields.tsx'
import { IssuerField } from './IssuerField.tsx'
import { KeysButton } from './KeysButton.tsx'
import { KeysPanel } from './KeysPanel.tsx'
import { NotesField } from './NotesField.tsx'
import { ProviderField } from './ProviderField.tsx'
import { ProviderHelp } from './ProviderHelp.tsx'

/** Which server, and where its endpoints are. */
export function ServerSection() {
  const { form, environment, managed } = useFormScope()
  const keys = useAction('listKeys', environment?.id ?? 'new')
  const areOfThis = keys.input === null || keys.input.jwks_uri === form.values.jwks_uri.trim()
  return (
    <Stack gap={10}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing={10} verticalSpacing={8}>
        <TextField path="name" label="Name" />
        <ProviderField />
        <SelectField path="stage" label="Stage" data={['development', 'staging', 'production', 'other']} />
      </SimpleGrid>
      <ProviderHelp />
      <IssuerField />
      {managed ? (
        <Text size="xs" c="dimmed">
          Endpoints, secrets and certificates of the sandbox are regenerated on each start and updated here.
        </Text>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8}>
        <TextField path="token_endpoint" label="Token endpoint" readOnly={managed} />
        <TextField path="introspection_endpoint" label="Introspection endpoint" readOnly={managed} />
        <TextField path="revocation_endpoint" label="Revocation endpoint" readOnly={managed} />
        <Group gap={8} wrap="nowrap" align="flex-start">
          <TextField path="jwks_uri" label="JWKS URI" readOnly={managed} flex={1} miw={0} />
          <KeysButton keys={keys} />
        </Group>
      </SimpleGrid>
      {areOfThis || keys.pendingSince !== null ? <KeysPanel keys={keys} /> : null}
      <AliasFields />
      <NotesField />
    </Stack>
  )
}
