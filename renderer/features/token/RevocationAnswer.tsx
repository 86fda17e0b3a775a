import { Stack, Text } from '@mantine/core'
import type { RevocationOutcome } from '../../../electron/contract/outcome.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { hrefOf } from '../../place.ts'
import { Findings } from '../../ui/Findings.tsx'
import { CallFailed, NotSent, Unreachable } from '../../ui/Problem.tsx'

/** What the revocation endpoint answered. A success is shown only while the revoked token is the one held. */
export function RevocationAnswer({
  outcome,
  error,
  token,
}: {
  outcome: RevocationOutcome | null
  error: Error | null
  token: HeldToken
}) {
  if (error !== null) return <CallFailed error={error} />
  switch (outcome?.kind) {
    case 'accepted':
      return token.revokedAt === null ? null : (
        <Stack gap={6} role="status">
          <Text size="sm">
            <b>Revocation accepted.</b>
          </Text>
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'refused':
    case 'nonconformant':
      return (
        <Stack gap={6} role="status">
          <Text size="sm">
            <b>Not revoked</b>, status {outcome.status}.
          </Text>
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return (
        <NotSent
          problems={outcome.problems}
          href={hrefOf({ kind: 'environment', id: token.environmentId, tab: 'configure' })}
        />
      )
    case undefined:
      return null
  }
}
