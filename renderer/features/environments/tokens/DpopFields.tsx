import { Stack, Text } from '@mantine/core'
import { PastedSecret } from '../fields/PastedSecret.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { SourceField } from '../fields/SourceField.tsx'
import { useFormScope } from '../form-scope.ts'
import { dpopOptions } from '../client/method-options.ts'

/** The key of the proofs. @see RFC 9449 §4.2 */
export function DpopFields() {
  const { environment, metadata, secrets } = useFormScope()
  const pasted = environment?.secrets.dpop_key === 'session' || (secrets.dpop_key ?? '') !== ''
  return (
    <Stack gap={10}>
      <SelectField path="dpop.alg" label="DPoP algorithm" data={dpopOptions(metadata)} maw={260} />
      <SourceField
        label="DPoP key"
        filePath="dpop.keyFile"
        fileLabel="DPoP key file"
        filePlaceholder="~/keys/dpop.pem (PEM or JWK)"
        other={pasted ? 'Paste' : 'Generate'}
        otherPath="dpop_key"
        others={[
          {
            name: 'Generate',
            field: (
              <Text size="xs" c="dimmed">
                {pasted
                  ? 'The key that was pasted is used; forget it under “Paste” to have one generated.'
                  : 'A new key is made when the first token is requested, and kept until the app ends.'}
              </Text>
            ),
          },
          {
            name: 'Paste',
            field: (
              <PastedSecret name="dpop_key" label="DPoP key (PEM or JWK)" placeholder="-----BEGIN PRIVATE KEY-----" />
            ),
          },
        ]}
      />
    </Stack>
  )
}
