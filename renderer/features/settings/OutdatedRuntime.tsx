import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { outdatedMajor } from '../../../electron/common/electron-major.ts'
import { useAbout } from '../../queries/host-state.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'

/** Says that the app runs on an Electron past its life, until it is hidden for this session. */
export function OutdatedRuntime() {
  const about = useAbout().data
  const [hidden, setHidden] = useState(false)
  const major = about === undefined ? null : outdatedMajor(about.runtime['Electron'] ?? '')
  if (major === null || hidden) return null
  return (
    <Stack component="aside" className="outdated-runtime" aria-label="Outdated Electron" gap={6}>
      <Group gap={6} wrap="nowrap">
        <StateIcon tone="warn" word="Warning" />
        <Text size="sm" fw={600}>
          Outdated Electron {major}
        </Text>
      </Group>
      <Text size="xs">
        It has known security holes. Use it for development and tests only, and enter no real secrets.
      </Text>
      <Button variant="default" size="compact-xs" onClick={() => setHidden(true)}>
        Hide until you quit
      </Button>
    </Stack>
  )
}
