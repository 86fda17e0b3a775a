import { Stack, Text } from '@mantine/core'
import { useAction } from '../../../queries/action.ts'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { PasteAct } from '../paste/PasteAct.tsx'
import { useFormScope } from '../form-scope.ts'
import { keptWithoutSecrets } from '../use-reader.ts'
import { AliasFields } from './AliasFields.tsx'
import { EndpointField } from './EndpointField.tsx'
import { IssuerField } from './IssuerField.tsx'
import { KeysButton } from './KeysButton.tsx'
import { KeysPanel } from './KeysPanel.tsx'
import { ProviderField } from './ProviderField.tsx'
import { ProviderHelp } from './ProviderHelp.tsx'
import { useReadKeys } from './use-read-keys.ts'

const stages = [
  { value: 'development', label: 'Development' },
  { value: 'staging', label: 'Staging' },
  { value: 'production', label: 'Production' },
  { value: 'other', label: 'Other' },
]

/** Which server, and where its endpoints are. */
export function ServerSection() {
  const { form, draftKey, managed } = useFormScope()
  const keys = useAction('listKeys', draftKey, keptWithoutSecrets)
  const readKeys = useReadKeys(keys)
  const areOfThis = keys.input === null || keys.input.jwks_uri === form.values.jwks_uri.trim()
  return (
    <Stack gap={12}>
      <div className="fields" data-columns="name">
        <div className="with-act">
          <TextField path="name" label="Name" />
          <PasteAct />
        </div>
        <ProviderField />
        <SelectField path="stage" label="Stage" data={stages} />
      </div>
      <ProviderHelp />
      <IssuerField />
      {managed ? (
        <Text size="xs" c="dimmed">
          Endpoints, secrets and certificates of the sandbox are regenerated on each start and updated here.
        </Text>
      ) : null}
      <EndpointField path="token_endpoint" label="Token endpoint" />
      <div className="fields" data-columns="3">
        <EndpointField path="introspection_endpoint" label="Introspection endpoint" />
        <EndpointField path="revocation_endpoint" label="Revocation endpoint" />
        <div className="with-act">
          <EndpointField path="jwks_uri" label="JWKS URI" />
          <KeysButton isPending={keys.pendingSince !== null} onRead={readKeys} />
        </div>
      </div>
      {areOfThis || keys.pendingSince !== null ? <KeysPanel keys={keys} onAgain={readKeys} /> : null}
      <AliasFields />
    </Stack>
  )
}
