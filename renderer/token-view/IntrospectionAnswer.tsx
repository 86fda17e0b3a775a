import { Stack } from '@mantine/core'
import type { IntrospectionOutcome } from '../../electron/contract/outcome.ts'
import { Banner } from '../ui/Banner.tsx'
import { Findings } from '../ui/Findings.tsx'
import { NotSent } from '../ui/NotSent.tsx'
import { Unreachable } from '../ui/Problem.tsx'
import type { Remedies } from '../ui/remedies.ts'
import { InactiveCauses } from './InactiveCauses.tsx'
import { ClaimsComparison } from './ClaimsComparison.tsx'

interface Props {
  outcome: IntrospectionOutcome
  /** When it was answered, and by whom where that is not plain. */
  answered: string
  href: string
  remedies: Remedies
}

/** How the introspection ended, and what it said. */
export function IntrospectionAnswer({ outcome, answered, href, remedies }: Props) {
  switch (outcome.kind) {
    case 'active':
      return (
        <Stack gap={8}>
          <Banner tone="ok" title="The token is active" reason={answered} />
          <Findings findings={outcome.findings} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'inactive':
      return (
        <Stack gap={8}>
          <Banner tone="err" title="The token is not active" reason={answered} />
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
            reason={answered}
          />
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} endpoint="introspection_endpoint" exchangeId={outcome.exchangeId} />
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
}
