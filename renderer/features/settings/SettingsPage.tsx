import { Box, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { oneOf } from '../../../electron/common/one-of.ts'
import type { SandboxStatus } from '../../../electron/contract/sandbox.ts'
import { themes } from '../../../electron/vocabulary/themes.ts'
import { useAbout, usePreferences, useRestartSandbox, useSandbox, useSetPreferences } from '../../queries/host-state.ts'
import { useIntent } from '../../state/intents.ts'
import { Region } from '../../ui/Region.tsx'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { BackupsRegion } from './BackupsRegion.tsx'
import { AuditTrailRegion } from './AuditTrailRegion.tsx'
import { HistoryRegion } from './HistoryRegion.tsx'
import { NotificationsRegion } from './NotificationsRegion.tsx'
import { SandboxChanges } from './SandboxChanges.tsx'
import { SecretsRegion } from './SecretsRegion.tsx'
import { VariablesRegion } from './VariablesRegion.tsx'

/** `children` are regions of other features, such as the keys for sharing. */
export function SettingsPage({ children }: { children: ReactNode }) {
  const preferences = usePreferences().data
  const setPreferences = useSetPreferences()
  useIntent('settings', 'show_region', ([name = '']) => showRegion(name))
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>Settings</Title>
      </header>
      <Box className="work">
        <Stack gap={18} maw={760}>
          <Region name="Theme">
            <SegmentedControl
              aria-label="Theme"
              data={[
                { value: 'system', label: 'As the system' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              value={preferences?.theme ?? 'system'}
              onChange={(value) => {
                const theme = oneOf(themes, value)
                if (theme !== null) setPreferences.mutate({ theme })
              }}
            />
          </Region>
          <Sandbox />
          <SecretsRegion />
          <VariablesRegion />
          <HistoryRegion />
          <NotificationsRegion />
          <BackupsRegion />
          {children}
          <AuditTrailRegion />
          <About />
        </Stack>
      </Box>
    </div>
  )
}

/** Brings a region into sight, once all of them are there. */
function showRegion(name: string): void {
  setTimeout(() => {
    const region = document.querySelector<HTMLElement>(`.region[aria-label="${CSS.escape(name)}" i]`)
    const first = region?.querySelector<HTMLElement>('button:not(:disabled), input, select, a')
    region?.scrollIntoView({ block: 'start' })
    first?.focus({ preventScroll: true })
  })
}

function Sandbox() {
  const status = useSandbox().data
  const restart = useRestartSandbox()
  return (
    <Region name="Sandbox">
      {status === undefined ? null : (
        <Group>
          <StateIcon
            tone={status.kind === 'running' ? 'good' : status.kind === 'starting' ? 'info' : 'bad'}
            word={status.kind}
          />
          <Text size="sm" role="status">
            {sandboxSentence(status)}
          </Text>
          {status.kind === 'absent' ? null : (
            <Button variant="default" loading={restart.isPending} onClick={() => restart.mutate()}>
              Restart the sandbox
            </Button>
          )}
        </Group>
      )}
      {status?.kind === 'running' ? <SandboxChanges /> : null}
    </Region>
  )
}

function sandboxSentence(status: SandboxStatus): string {
  switch (status.kind) {
    case 'running':
      return `Running: ${status.issuer}, API ${status.api}`
    case 'starting':
      return 'Starting…'
    case 'failed':
      return `Not running: ${status.reason}`
    case 'absent':
      return 'The sandbox is not available here.'
  }
}

function About() {
  const about = useAbout().data
  if (about === undefined) return null
  const facts = [
    ['Client Credentials Explorer', about.version],
    ...Object.entries(about.runtime),
    ['Workspace', about.workspacePath],
  ]
  return (
    <Region name="About">
      <table className="facts">
        <tbody>
          {facts.map(([name = '', value = '']) => (
            <tr key={name}>
              <th scope="row" style={{ width: 200 }}>
                {name}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}
