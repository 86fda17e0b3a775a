import { Group, Stack, Text } from '@mantine/core'
import type { IntrospectionOutcome } from '../../../electron/contract/outcome.ts'
import { Findings } from '../../ui/Findings.tsx'
import { NotSent } from '../../ui/NotSent.tsx'
import { Unreachable } from '../../ui/Problem.tsx'
import type { Remedies } from '../../ui/remedies.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { InactiveCauses } from './InactiveCauses.tsx'
import { ClaimsComparison } from './ClaimsComparison.tsx'

interface Props {
  outcome: IntrospectionOutcome
  href: string
  remedies: Remedies
}

/** How the introspection ended, and what it said. */
export function IntrospectionAnswer({ outcome, href, remedies }: Props) {
  switch (outcome.kind) {
    case 'active':
      return (
        <Stack gap={8}>
          <Group gap={8} role="status">
            <StateIcon tone="good" word="Active" />
            <Text size="sm" fw={600}>
              The token is active
            </Text>
          </Group>
          <Findings findings={outcome.findings} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'inactive':
      return (
        <Stack gap={8}>
          <Group gap={8} role="status">
            <StateIcon tone="bad" word="Inactive" />
            <Text size="sm" fw={600}>
              The token is not active
            </Text>
          </Group>
          <InactiveCauses findings={outcome.findings} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'refused':
    case 'nonconformant':
      return (
        <Stack gap={8}>
          <Text size="sm" role="status">
            <b>{outcome.kind === 'refused' ? 'Refused' : 'Not an introspection response'}</b>, status {outcome.status}.
          </Text>
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
}
