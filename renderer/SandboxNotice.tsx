import { Alert, Group, Text } from '@mantine/core'
import type { EnvironmentSummary } from '../electron/contract/environment.ts'
import { useSandbox } from './queries/host-state.ts'
import { hrefOf } from './route.ts'

/** The sandbox's failure is shown where it matters, and harms nothing else. */
export function SandboxNotice({ environment }: { environment: EnvironmentSummary }) {
  const sandbox = useSandbox().data
  if (environment.provider !== 'sandbox' || sandbox === undefined || sandbox.kind === 'running') return null
  return (
    <Group px={16} pb={8} role="status">
      {sandbox.kind === 'starting' ? <Text size="sm">The sandbox is starting…</Text> : null}
      {sandbox.kind === 'absent' ? <Text size="sm">The sandbox is not available here.</Text> : null}
      {sandbox.kind === 'failed' ? (
        <Alert color="red" p={6} title="The sandbox is not running">
          {sandbox.reason} <a href={hrefOf({ kind: 'settings' })}>Start it in Settings</a>
        </Alert>
      ) : null}
    </Group>
  )
}
