import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useDiscovery } from './use-discovery.ts'

export function CloseDiscovery() {
  const { forget } = useDiscovery()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      me={-6}
      aria-label="Close the discovery"
      title="Close the discovery"
      onClick={forget}
    >
      <IconX size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
