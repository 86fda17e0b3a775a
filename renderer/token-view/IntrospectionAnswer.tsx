import { Stack } from '@mantine/core'
import type { IntrospectionOutcome } from '../../electron/contract/outcome.ts'
import { Banner } from '../ui/Banner.tsx'
import { Failure } from '../diagnosis/Failure.tsx'
import { knownOfAnswer, knownOfFailure } from '../diagnosis/known.ts'
import type { Retry } from '../diagnosis/WayOut.tsx'
import { Findings } from '../ui/Findings.tsx'
import { NotSent } from '../ui/NotSent.tsx'
import { Unreachable } from '../ui/Problem.tsx'
import { ShowCertificate } from '../ui/ShowCertificate.tsx'
import type { Remedies } from '../ui/remedies.ts'
import { ClaimsComparison } from './ClaimsComparison.tsx'

interface Props {
  outcome: IntrospectionOutcome
  /** When it was answered, and by whom where that is not plain. */
  answered: string
  href: string
  remedies: Remedies
  /** What can be done again; null where nothing is set for it. */
  retry: Retry | null
}

/** How the introspection ended, and what it said. */
export function IntrospectionAnswer({ outcome, answered, href, remedies, retry }: Props) {
  const shown = { note: `${answered}.`, retry, isPrimary: false }
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
          <Failure {...shown} failed={outcome} of={inactive} known={{ title: '', reason: '', fields: [] }} />
          <ClaimsComparison {...outcome} />
        </Stack>
      )
    case 'refused':
    case 'nonconformant':
      return (
        <Stack gap={8}>
          <Failure {...shown} failed={outcome} known={knownOfAnswer(titleOf(outcome), outcome.findings, endpoint)} />
        </Stack>
      )
    case 'unreachable':
      if (outcome.failure.code === 'cancelled') return <Unreachable failure={outcome.failure} />
      return (
        <Stack gap={8}>
          <Failure
            {...shown}
            failed={outcome}
            known={knownOfFailure(outcome.failure, endpoint)}
            acts={<ShowCertificate code={outcome.failure.code} exchangeId={outcome.exchangeId} />}
          />
        </Stack>
      )
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
}

const endpoint = 'introspection_endpoint'
const inactive = 'The token is not active'

const titleOf = ({ kind, status }: Extract<IntrospectionOutcome, { kind: 'refused' | 'nonconformant' }>): string =>
  `${kind === 'refused' ? 'Refused' : 'Not an introspection response'}, status ${status}`
