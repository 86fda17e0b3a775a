import { Button, Group, NativeSelect, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import { go } from '../../place.ts'
import { useKeepDraft } from '../../queries/drafts.ts'
import { useForgetSecret, useSaveEnvironment } from '../../queries/environments.ts'
import { withCidaasPreset } from './cidaas-preset.ts'
import { Discovery } from './Discovery.tsx'
import { EnvironmentActions } from './EnvironmentActions.tsx'
import { type FormValues, readValues, type UrlField, urlsOf } from './form-values.ts'

interface Props {
  environment: Environment | null
  saved: FormValues
  draft: FormValues | null
  draftKey: string
}

export function EnvironmentForm({ environment, saved, draft, draftKey }: Props) {
  const keepDraft = useKeepDraft()
  const save = useSaveEnvironment()
  const [clientSecret, setClientSecret] = useState('')
  const managed = saved.provider === 'sandbox'
  // The sandbox's endpoints change while the form is open; they are shown as they are now, and never edited.
  const current = (values: FormValues): FormValues => (managed ? { ...values, ...urlsOf(saved) } : values)
  const form = useForm<FormValues>({
    initialValues: draft ?? saved,
    validate: (values) => {
      const read = readValues(values)
      return read.ok ? {} : read.errors
    },
    onValuesChange: (values) => {
      const text = JSON.stringify(current(values))
      keepDraft(draftKey, text === JSON.stringify(saved) ? '' : text)
    },
  })
  const shown = current(form.values)
  const dirty = clientSecret !== '' || JSON.stringify(shown) !== JSON.stringify(saved)
  const url = (name: UrlField) => ({ ...form.getInputProps(name), value: shown[name], readOnly: managed })

  const submit = form.onSubmit(
    (values) => {
      const read = readValues(values)
      if (!read.ok) return form.setErrors(read.errors)
      return save.mutate(
        { id: environment?.id ?? null, value: read.value, clientSecret },
        {
          onSuccess: ({ id }) => {
            keepDraft(draftKey, '')
            setClientSecret('')
            notifications.show({ message: `Saved “${read.value.name}”.`, color: 'teal', autoClose: 2500 })
            if (environment === null) go({ kind: 'environment', id, tab: 'token' })
          },
        },
      )
    },
    (errors) => {
      const [first] = Object.keys(errors)
      if (first !== undefined) form.getInputNode(first)?.focus()
    },
  )

  useHotkeys([['mod+S', () => submit()]], [])

  return (
    <form onSubmit={submit} noValidate aria-label="Configure">
      <Stack gap={10}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing={10} verticalSpacing={8}>
          <TextInput label="Name" {...form.getInputProps('name')} />
          <NativeSelect
            label="Provider"
            disabled={managed}
            data={[
              { value: 'standard', label: 'Standard OAuth 2.0' },
              { value: 'cidaas', label: 'cidaas' },
              ...(managed ? [{ value: 'sandbox', label: 'Sandbox' }] : []),
            ]}
            {...form.getInputProps('provider')}
            onChange={({ currentTarget: { value } }) =>
              value === 'cidaas'
                ? form.setValues(withCidaasPreset(form.values))
                : form.setFieldValue('provider', 'standard')
            }
          />
          <NativeSelect
            label="Stage"
            data={['development', 'staging', 'production', 'other']}
            {...form.getInputProps('stage')}
          />
        </SimpleGrid>
        <Discovery
          environmentId={environment?.id ?? null}
          issuer={shown.issuer}
          onMetadata={(found) => form.setValues((values) => ({ ...values, ...found }))}
        >
          <TextInput label="Issuer or base URL" placeholder="https://as.example" flex={1} {...url('issuer')} />
        </Discovery>
        {managed ? (
          <Text size="xs" c="dimmed">
            Endpoints and secret of the sandbox are new for each run and kept in step here.
          </Text>
        ) : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8}>
          <TextInput label="Token endpoint" {...url('token_endpoint')} />
          <TextInput label="Introspection endpoint" {...url('introspection_endpoint')} />
          <TextInput label="Revocation endpoint" {...url('revocation_endpoint')} />
          <TextInput label="JWKS URI" {...url('jwks_uri')} />
          <TextInput label="Client ID" {...form.getInputProps('client_id')} />
          <NativeSelect
            label="Authentication method"
            data={['client_secret_basic', 'client_secret_post']}
            {...form.getInputProps('token_endpoint_auth_method')}
          />
          <SecretField environment={environment} value={clientSecret} onChange={setClientSecret} />
          <TextInput label="Scopes" placeholder="api:read api:write" {...form.getInputProps('scope')} />
          <TextInput label="Audience" {...form.getInputProps('audience')} />
          <TextInput label="Resource" placeholder="https://api.example" {...form.getInputProps('resource')} />
        </SimpleGrid>
        {save.error === null ? null : (
          <Text role="alert" size="sm" c="var(--ccx-bad)">
            Not saved: {save.error.message} What you typed is kept.
          </Text>
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
          <Button
            variant="default"
            disabled={!dirty}
            onClick={() => {
              form.setValues(saved)
              form.clearErrors()
              setClientSecret('')
            }}
          >
            Discard changes
          </Button>
          <Text size="xs" c="dimmed" flex={1} role="status">
            {dirty ? 'Unsaved changes. Requests use what is saved.' : ''}
          </Text>
          {environment === null ? null : <EnvironmentActions environment={environment} />}
        </Group>
      </Stack>
    </form>
  )
}

function SecretField({
  environment,
  value,
  onChange,
}: {
  environment: Environment | null
  value: string
  onChange: (value: string) => void
}) {
  const forget = useForgetSecret()
  const held = environment?.clientSecret === 'session'
  const own = held && environment.provider !== 'sandbox'
  return (
    <PasswordInput
      label="Client secret"
      autoComplete="off"
      placeholder={held ? 'Set for this session; type to replace it' : 'Not set'}
      description={
        <>
          Kept in memory until the app ends, never written to disk.{' '}
          {own ? (
            <Button variant="transparent" size="compact-xs" p={0} onClick={() => forget.mutate(environment.id)}>
              Forget it
            </Button>
          ) : null}
        </>
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
