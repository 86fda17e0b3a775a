import { Button, Stack, Text } from '@mantine/core'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import { FileField } from '../fields/FileField.tsx'
import { useFormScope } from '../form-scope.ts'
import { AssertionFields } from './AssertionFields.tsx'
import { BasicEncoding } from './BasicEncoding.tsx'
import { PrivateKeyFields } from './PrivateKeyFields.tsx'

/** What the chosen authentication method needs besides ID and secret. */
export function MethodFields() {
  const method = useFormScope().form.values.token_endpoint_auth_method
  switch (method) {
    case 'client_secret_basic':
      return <BasicEncoding />
    case 'client_secret_post':
      return null
    case 'client_secret_jwt':
      return <AssertionFields />
    case 'private_key_jwt':
      return (
        <>
          <PrivateKeyFields />
          <AssertionFields />
        </>
      )
    case 'client_assertion_file':
      return (
        <Stack gap={4}>
          <FileField
            path="assertion.assertionFile"
            label="Assertion file"
            placeholder="/var/run/secrets/tokens/assertion"
          />
          <Text size="xs" c="dimmed">
            A JWT that something else writes (workload identity). It is read again for each request.
          </Text>
        </Stack>
      )
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return <ByCertificate selfSigned={method === 'self_signed_tls_client_auth'} />
    case 'none':
      return (
        <Text size="sm" c="dimmed">
          Only the client ID is sent. Servers allow that for public clients only, and rarely for this grant.
        </Text>
      )
    default:
      return assertNever(method)
  }
}

function ByCertificate({ selfSigned }: { selfSigned: boolean }) {
  const { sections, form } = useFormScope()
  const { certificate, certificateFile } = form.values.network.clientCertificate
  const configured = certificate.trim() !== '' || certificateFile.trim() !== ''
  return (
    <Text size="sm">
      {configured
        ? 'Authenticates with the client certificate under Network'
        : 'A client certificate is required: enter it under Network'}
      {selfSigned ? '; the server knows this very certificate. ' : '; the server knows its subject and who issued it. '}
      <Button variant="transparent" size="compact-xs" px={0} onClick={() => sections.goTo('network')}>
        Go to Network
      </Button>
    </Text>
  )
}
