import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { PastedSecret } from '../secrets/PastedSecret.tsx'
import { PemField } from '../fields/PemField.tsx'
import { SecretField } from '../secrets/SecretField.tsx'
import { SourceField } from '../fields/SourceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'

/** The key that signs the assertion, and how the assertion names it. */
export function PrivateKeyFields() {
  return (
    <Stack gap={10}>
      <SourceField
        label="Private key"
        filePath="assertion.keyFile"
        fileLabel="Private key file"
        filePlaceholder="~/keys/client.pem (PEM, JWK or PFX)"
        other="Secret"
        otherPath="private_key"
        others={[
          {
            name: 'Secret',
            field: (
              <PastedSecret
                name="private_key"
                label="Private key (PEM or JWK)"
                placeholder="-----BEGIN PRIVATE KEY-----"
              />
            ),
          },
        ]}
      />
      <div className="fields" data-columns="2">
        <SecretField name="private_key_passphrase" label="Private key passphrase" />
        <TextField
          path="assertion.kid"
          label="Key ID (kid)"
          placeholder="left out, or the one of the JWK"
          spellCheck={false}
        />
      </div>
      <Thumbprints />
    </Stack>
  )
}

/** Header parameters that name the certificate of the key. @see RFC 7515 §4.1.7, §4.1.8 */
function Thumbprints() {
  const { form } = useFormScope()
  const { thumbprints } = form.values.assertion
  return (
    <Stack gap={8}>
      <Checkbox.Group
        label="Certificate thumbprints in the assertion"
        size="xs"
        value={thumbprints}
        onChange={(chosen) =>
          form.setFieldValue(
            'assertion.thumbprints',
            (['x5t', 'x5t#S256'] as const).filter((name) => chosen.includes(name)),
          )
        }
      >
        <Group gap={16} mt={4}>
          <Checkbox value="x5t" label="x5t (SHA-1)" />
          <Checkbox value="x5t#S256" label="x5t#S256 (SHA-256)" />
        </Group>
      </Checkbox.Group>
      {thumbprints.length === 0 ? null : (
        <>
          <SourceField
            label="Certificate of the key"
            filePath="assertion.certificateFile"
            fileLabel="Certificate file"
            filePlaceholder="~/keys/client.crt"
            other="Paste"
            otherPath="assertion.certificate"
            others={[{ name: 'Paste', field: <PemField path="assertion.certificate" label="Certificate (PEM)" /> }]}
          />
          <Text size="xs" c="dimmed">
            Leave it empty when the file of the key holds the certificate too.
          </Text>
        </>
      )}
    </Stack>
  )
}
