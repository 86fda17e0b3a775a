import { Stack } from '@mantine/core'
import type { IntrospectionOutcome } from '../../electron/contract/outcome.ts'
import { Banner } from '../ui/Banner.tsx'
import { Findings } from '../ui/Findings.tsx'
import { clockTime } from '../ui/format.ts'
import { NotSent } from '../ui/NotSent.tsx'
import { Unreachable } from '../ui/Problem.tsx'
import type { Remedies } from '../ui/remedies.ts'
import { InactiveCauses } from './InactiveCauses.tsx'
import { ClaimsComparison } from './ClaimsComparison.tsx'

interface Props {
  outcome: IntrospectionOutcome
  /** When it ended. */
  at: number
  href: string
  remedies: Remedies
}

/** How the introspection ended, and what it said. */
export function IntrospectionAnswer({ outcome, at, href, remedies }: Props) {
  const asked = `Answered at ${clockTime(at)}`
  switch (outcome.kind) {
    case 'active':
      return (
        <Stack gap={8}>
          <Banner tone="ok" title="The token is active" reason={asked} />
          <Findings findings={outcome.findings} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'inactive':
      return (
        <Stack gap={8}>
          <Banner tone="err" title="The token is not active" reason={asked} />
          <InactiveCauses findings={outcome.findings} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'refused':
    case 'nonconformant':
      return (
        <Stack gap={8}>
          <Banner
            tone="err"
            title={`${outcome.kind === 'refused' ? 'Refused' : 'Not an introspection response'}, status ${outcome.status}`}
            reason={asked}
          />
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
}
