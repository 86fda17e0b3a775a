import { Button, NativeSelect, SimpleGrid, Text } from '@mantine/core'
import { oneOf } from '../../../../electron/common/one-of.ts'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { VaultSource } from '../../../../electron/contract/secret-source.ts'
import { vaultLoginMethods } from '../../../../electron/vocabulary/secret-sources.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { goToFields } from '../first-field.ts'
import { useFormScope } from '../form-scope.ts'
import type { SourcePath } from '../form-values.ts'
import { SourceText } from './SourceText.tsx'
import { emptyLogins } from './source-values.ts'

type Login = VaultSource['login']

interface Props {
  path: SourcePath
  of: string
  login: Login
}

/** How the app logs in at Vault. Token and secret ID are secrets of the environment, the same for all its sources. */
export function VaultLogin({ path, of, login }: Props) {
  const { form } = useFormScope()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8} className="vault-login">
      <NativeSelect
        label="Login"
        aria-label={`Login (${of})`}
        data={[
          { value: 'token', label: 'Token' },
          { value: 'approle', label: 'AppRole' },
          { value: 'kubernetes', label: 'Kubernetes' },
        ]}
        value={login.method}
        onChange={({ currentTarget }) => {
          const method = oneOf(vaultLoginMethods, currentTarget.value)
          if (method !== null) form.setFieldValue(`${path}.login`, emptyLogins[method])
        }}
      />
      <LoginFields path={path} of={of} login={login} />
    </SimpleGrid>
  )
}

function LoginFields({ path, of, login }: Props) {
  switch (login.method) {
    case 'token':
      return <LoginSecret name="vault_token" of={of} />
    case 'approle':
      return (
        <>
          <SourceText path={`${path}.login.roleId`} label="Role ID" of={of} />
          <LoginSecret name="vault_secret_id" of={of} />
          <SourceText path={`${path}.login.mount`} label="Login mount" of={of} placeholder="approle" />
        </>
      )
    case 'kubernetes':
      return (
        <>
          <SourceText path={`${path}.login.role`} label="Role" of={of} />
          <SourceText
            path={`${path}.login.tokenFile`}
            label="Service account token file"
            of={of}
            placeholder="/var/run/secrets/kubernetes.io/serviceaccount/token"
          />
          <SourceText path={`${path}.login.mount`} label="Login mount" of={of} placeholder="kubernetes" />
        </>
      )
  }
}

/** It is entered once, for all sources. */
function LoginSecret({ name, of }: { name: SecretName; of: string }) {
  const { sections } = useFormScope()
  return (
    <Text size="xs" c="dimmed" pt={22}>
      {secretLabels[name]}: the same for all sources of this environment.{' '}
      <Button
        variant="transparent"
        size="compact-xs"
        px={0}
        aria-label={`Go to Vault login (${of})`}
        onClick={() => goToFields([name], sections)}
      >
        Go to Vault login
      </Button>
    </Text>
  )
}
