import { Stack, Text } from '@mantine/core'
import type { Outcome } from '../../queries/action.ts'
import { Findings } from '../../ui/Findings.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'
import { NothingSent } from './NothingSent.tsx'

interface Props {
  revoke: Outcome<'revokeToken'>
  environmentId: string
  isRevoked: boolean
}

/** What the revocation endpoint answered. A success is shown only while the revoked token is the one held. */
export function RevocationAnswer({ revoke: { outcome, error, again, forget }, environmentId, isRevoked }: Props) {
  if (error !== null) return <CallFailed error={error} />
  switch (outcome?.kind) {
    case 'accepted':
      return isRevoked ? (
        <Stack gap={6} role="status">
          <Text size="sm">
            <b>Revocation accepted.</b>
          </Text>
          <Findings findings={outcome.findings} />
        </Stack>
      ) : null
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
      return <Unreachable failure={outcome.failure} endpoint="revocation_endpoint" exchangeId={outcome.exchangeId} />
    case 'not_sent':
      return <NothingSent problems={outcome.problems} environmentId={environmentId} again={again} dismiss={forget} />
    case undefined:
      return null
  }
}
