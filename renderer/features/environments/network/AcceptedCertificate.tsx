import { Button, Group, Stack, Text } from '@mantine/core'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'

/** The last resort: one server certificate that is accepted though nobody vouches for it. */
export function AcceptedCertificate() {
  const { form } = useFormScope()
  const { stage, network } = form.values
  const production = stage === 'production'
  return (
    <Stack gap={4} role="group" aria-label="Accepted certificate">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <TextField
          path="network.acceptedCertificate"
          label="Accepted certificate (SHA-256 fingerprint)"
          placeholder="12:34:56:…"
          spellCheck={false}
          disabled={production}
          flex={1}
          miw={0}
          classNames={{ input: 'typed-bytes' }}
        />
        <Button
          variant="default"
          mt={20}
          disabled={network.acceptedCertificate === ''}
          aria-label="Clear the accepted certificate"
          onClick={() => form.setFieldValue('network.acceptedCertificate', '')}
        >
          Clear
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {production
          ? 'Not in production: add the authority that issued the certificate instead.'
          : 'The last resort. This one certificate is accepted although it is not trusted; other untrusted certificates are still rejected. The TLS tab of an exchange shows fingerprints.'}
      </Text>
    </Stack>
  )
}
