import { Stack, Text } from '@mantine/core'
import { PastedSecret } from '../secrets/PastedSecret.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { SourceField } from '../fields/SourceField.tsx'
import { useFormScope } from '../form-scope.ts'
import { dpopOptions } from '../client/method-options.ts'
import { useSecret } from '../secrets/use-secret.ts'

/** The key of the proofs. @see RFC 9449 §4.2 */
export function DpopFields() {
  const { metadata } = useFormScope()
  const { isThere, typed } = useSecret('dpop_key')
  const own = isThere || typed !== ''
  return (
    <Stack gap={10}>
      <SelectField path="dpop.alg" label="DPoP algorithm" data={dpopOptions(metadata)} maw={260} />
      <SourceField
        label="DPoP key"
        filePath="dpop.keyFile"
        fileLabel="DPoP key file"
        filePlaceholder="~/keys/dpop.pem (PEM or JWK)"
        other={own ? 'Secret' : 'Generate'}
        otherPath="dpop_key"
        others={[
          {
            name: 'Generate',
            field: (
              <Text size="xs" c="dimmed">
                {own
                  ? 'The key under “Secret” is used; forget it there to have one generated.'
                  : 'A new key is made when the first token is requested, and kept until the app ends.'}
              </Text>
            ),
          },
          {
            name: 'Secret',
            field: (
              <PastedSecret name="dpop_key" label="DPoP key (PEM or JWK)" placeholder="-----BEGIN PRIVATE KEY-----" />
            ),
          },
        ]}
      />
    </Stack>
  )
}
