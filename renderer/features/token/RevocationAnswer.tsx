import { Stack, Text } from '@mantine/core'
import { Failure } from '../../diagnosis/Failure.tsx'
import { knownOfAnswer, knownOfFailure } from '../../diagnosis/known.ts'
import type { Outcome } from '../../queries/action.ts'
import { Findings } from '../../ui/Findings.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'
import { ShowCertificate } from '../../ui/ShowCertificate.tsx'
import { NothingSent } from './NothingSent.tsx'

interface Props {
  revoke: Outcome<'revokeToken'>
  environmentId: string
  isRevoked: boolean
}

const endpoint = 'revocation_endpoint'

/** What the revocation endpoint answered. A success is shown only while the revoked token is the one held. */
export function RevocationAnswer({ revoke: { outcome, error, again, forget }, environmentId, isRevoked }: Props) {
  if (error !== null) return <CallFailed error={error} />
  const shown = { of: 'Not revoked', retry: { again, withNewToken: null }, isPrimary: false }
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
    case 'nonconformant': {
      const known = knownOfAnswer(`status ${outcome.status}`, outcome.findings, endpoint)
      return <Failure {...shown} failed={outcome} known={known} />
    }
    case 'unreachable': {
      const { failure, exchangeId } = outcome
      if (failure.code === 'cancelled') return <Unreachable failure={failure} />
      return (
        <Failure
          {...shown}
          failed={outcome}
          known={knownOfFailure(failure, endpoint)}
          acts={<ShowCertificate code={failure.code} exchangeId={exchangeId} />}
        />
      )
    }
    case 'not_sent':
      return <NothingSent problems={outcome.problems} environmentId={environmentId} again={again} dismiss={forget} />
    case undefined:
      return null
  }
}
