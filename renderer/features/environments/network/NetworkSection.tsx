import { Stack, Text } from '@mantine/core'
import { SecondsField } from '../fields/SecondsField.tsx'
import { AcceptedCertificate } from './AcceptedCertificate.tsx'
import { AuthorityFields } from './AuthorityFields.tsx'
import { ClientCertificateFields } from './ClientCertificateFields.tsx'
import { ProxyFields } from './ProxyFields.tsx'

/** How every request of the environment travels: discovery, token, introspection, revocation, keys and API calls alike. */
export function NetworkSection() {
  return (
    <Stack gap={16}>
      <Text size="xs" c="dimmed">
        Applies to all requests of this environment: discovery, token, introspection, revocation, keys and API calls.
      </Text>
      <ProxyFields />
      <AuthorityFields />
      <ClientCertificateFields />
      <TimeLimits />
      <AcceptedCertificate />
    </Stack>
  )
}

function TimeLimits() {
  return (
    <div className="fields" data-columns="3" role="group" aria-label="Time limits">
      <SecondsField path="network.timeLimits.connect" label="Connect timeout" maw="100%" />
      <SecondsField path="network.timeLimits.firstByte" label="First-byte timeout" maw="100%" />
      <SecondsField path="network.timeLimits.total" label="Total timeout" maw="100%" />
    </div>
  )
}
