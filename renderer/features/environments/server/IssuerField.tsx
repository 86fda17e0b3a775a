import { Button, Group } from '@mantine/core'
import { IconWorldSearch } from '@tabler/icons-react'
import { EndpointField } from './EndpointField.tsx'
import { useDiscovery } from './use-discovery.ts'

/** The issuer with "Discover" beside it, which fills the empty fields with what the server publishes. */
export function IssuerField() {
  const { ask, pendingSince } = useDiscovery()
  return (
    <Group align="flex-start" gap={12} wrap="nowrap">
      <EndpointField
        path="issuer"
        label="Issuer or base URL"
        placeholder="https://as.example"
        flex={1}
        miw={0}
        onKeyDown={(event) => event.key === 'Enter' && ask()}
      />
      <Button
        variant="default"
        mt={20}
        style={{ flexShrink: 0 }}
        leftSection={<IconWorldSearch size={16} stroke={1.6} aria-hidden />}
        disabled={pendingSince !== null}
        onClick={ask}
      >
        Discover
      </Button>
    </Group>
  )
}
