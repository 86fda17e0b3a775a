import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useState } from 'react'

/** Whether a certificate that is not trusted may be accepted here, and if not, why. */
export interface Acceptance {
  onAccept: ((fingerprint: string) => void) | null
  refusal: string
  /** Fingerprint of the certificate that is accepted now; empty when none is. */
  accepted: string
}

/** The last resort for a server whose certificate nobody vouches for; never where a mistake costs most. */
export function AcceptCertificate({ fingerprint, acceptance }: { fingerprint: string; acceptance: Acceptance }) {
  const [open, setOpen] = useState(false)
  const { onAccept, refusal, accepted } = acceptance
  if (onAccept === null) {
    return (
      <Text size="sm" c="dimmed">
        {refusal}
      </Text>
    )
  }
  if (accepted === fingerprint) {
    return <Text size="sm">This environment now accepts this certificate. Send the request again.</Text>
  }
  return (
    <Popover opened={open} onChange={setOpen} width={360} position="bottom-start" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button variant="default" w="fit-content" data-accept-certificate onClick={() => setOpen(!open)}>
          Accept this one certificate…
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Accept this one certificate">
        <Stack gap={8}>
          <Text size="sm">
            This environment will then send its secrets to whoever holds the key of this certificate, though no
            authority vouches for them. No other certificate is accepted, and no other environment is affected.
          </Text>
          <Text size="sm">Compare the fingerprint with the one that the people who run the server give you:</Text>
          <Text className="public-bytes">{fingerprint}</Text>
          <Group gap={6}>
            <Button
              onClick={() => {
                setOpen(false)
                onAccept(fingerprint)
              }}
            >
              Accept for this environment
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
