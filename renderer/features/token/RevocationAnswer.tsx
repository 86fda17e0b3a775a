import { Stack, Text } from '@mantine/core'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { hrefOf } from '../../place.ts'
import type { Action } from '../../queries/action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { Findings } from '../../ui/Findings.tsx'
import { NotSent } from '../../ui/NotSent.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'

/** What the revocation endpoint answered. A success is shown only while the revoked token is the one held. */
export function RevocationAnswer({ revoke, token }: { revoke: Action<'revokeToken'>; token: HeldToken }) {
  const { outcome, error, again, forget } = revoke
  const { environmentId } = token
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss: forget })
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
          remedies={remedies}
          href={hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })}
        />
      )
    case undefined:
      return null
  }
}
