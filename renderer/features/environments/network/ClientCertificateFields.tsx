import { Stack, Text } from '@mantine/core'
import { PastedSecret } from '../secrets/PastedSecret.tsx'
import { PemField } from '../fields/PemField.tsx'
import { SecretField } from '../secrets/SecretField.tsx'
import { SourceField } from '../fields/SourceField.tsx'
import { useFormScope } from '../form-scope.ts'

/** What the client presents in the TLS handshake. @see RFC 8705 */
export function ClientCertificateFields() {
  const { form, managed } = useFormScope()
  const required = form.values.token_endpoint_auth_method.endsWith('tls_client_auth')
  if (managed) {
    return (
      <Stack gap={4} role="group" aria-label="Certificate for mutual TLS">
        <PemField path="network.clientCertificate.certificate" label="Client certificate (PEM)" readOnly />
        <Text size="xs" c="dimmed">
          The sandbox makes one, with its key, for the two methods that use it.
        </Text>
      </Stack>
    )
  }
  return (
    <div className="fields" data-columns="2" role="group" aria-label="Certificate for mutual TLS">
      <SourceField
        label={required ? 'Client certificate (required by the authentication method)' : 'Client certificate'}
        filePath="network.clientCertificate.certificateFile"
        fileLabel="Client certificate file"
        filePlaceholder="~/certificates/client.pem, or .pfx with its key inside"
        other="Paste"
        otherPath="network.clientCertificate.certificate"
        others={[
          {
            name: 'Paste',
            field: <PemField path="network.clientCertificate.certificate" label="Client certificate (PEM)" />,
          },
        ]}
      />
      <SourceField
        label="Key of the client certificate"
        filePath="network.clientCertificate.keyFile"
        fileLabel="Client certificate key file"
        filePlaceholder="~/certificates/client.key; empty when it is in the file of the certificate"
        other="Secret"
        otherPath="client_certificate_key"
        others={[
          {
            name: 'Secret',
            field: (
              <PastedSecret
                name="client_certificate_key"
                label="Client certificate key (PEM)"
                placeholder="-----BEGIN PRIVATE KEY-----"
              />
            ),
          },
        ]}
      />
      <SecretField name="client_certificate_passphrase" label="Client certificate passphrase" />
    </div>
  )
}
