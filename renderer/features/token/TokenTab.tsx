import { Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import { hrefOf } from '../../place.ts'
import type { Outcome } from '../../queries/action.ts'
import { useHeldAction, useTokenRequest } from '../../queries/held-action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { useToken } from '../../queries/tokens.ts'
import { useOpenHeld, useVerifyHeld } from '../../queries/verify.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { Findings } from '../../ui/Findings.tsx'
import { NotSent } from '../../ui/NotSent.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { DecodedView } from '../../token-view/DecodedView.tsx'
import { OpenedView } from '../../token-view/OpenedView.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { HeldActions } from './HeldActions.tsx'
import { HeldEncrypted } from './HeldEncrypted.tsx'
import { HeldVerification } from './HeldVerification.tsx'
import { IssuedPanel } from './IssuedPanel.tsx'
import { RevocationAnswer } from './RevocationAnswer.tsx'

export function TokenTab({ environment }: { environment: Environment }) {
  const { id } = environment
  const token = useToken(id).data ?? null
  const request = useTokenRequest(id)
  const revoke = useHeldAction('revokeToken', id, token)
  const verify = useVerifyHeld(id, token)
  const open = useOpenHeld(id, token)
  const beforeSending = useBeforeSending()
  const { outcome } = request
  const findings = outcome !== null && 'findings' in outcome ? outcome.findings : []

  return (
    <Stack gap={14}>
      <Region name="Token response" actions={token === null ? null : <HeldActions token={token} />}>
        <Stack gap={8}>
          {request.error === null ? null : <CallFailed error={request.error} />}
          <RequestAnswer request={request} environmentId={id} hasToken={token !== null} />
          {token === null ? null : (
            <IssuedPanel
              token={token}
              isNewest={outcome?.kind === 'issued'}
              onVerify={() =>
                beforeSending({
                  verb: 'verify',
                  act: () =>
                    verify.run({
                      token: { kind: 'held', environmentId: id },
                      environmentId: id,
                      keys: { kind: 'jwks', fresh: false },
                    }),
                })
              }
              onRevoke={() => beforeSending({ verb: 'revoke', act: () => revoke.run({ environmentId: id }) })}
            />
          )}
          {revoke.pendingSince === null ? null : (
            <Waiting since={revoke.pendingSince} what="Revoking" onCancel={revoke.cancel} />
          )}
          {token === null || revoke.pendingSince !== null ? null : <RevocationAnswer revoke={revoke} token={token} />}
        </Stack>
      </Region>
      {findings.length === 0 ? null : (
        <Region name="Diagnosis">
          <Findings findings={findings} />
        </Region>
      )}
      {token === null ? null : (
        <Fragment key={token.exchangeId}>
          <HeldVerification environment={environment} decoded={token.decoded} verify={verify} />
          {token.decoded.kind === 'jwe' ? (
            <HeldEncrypted environment={environment} jwe={token.decoded} open={open} />
          ) : null}
          {open.outcome?.kind === 'opened' ? (
            <OpenedView opened={open.outcome} clockOffset={token.clockOffset} />
          ) : (
            <DecodedView decoded={token.decoded} clockOffset={token.clockOffset} showsLifetime={false} />
          )}
        </Fragment>
      )}
    </Stack>
  )
}

function RequestAnswer({
  request,
  environmentId,
  hasToken,
}: {
  request: Outcome<'requestToken'>
  environmentId: string
  hasToken: boolean
}) {
  const { outcome, again, forget } = request
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss: forget })
  const earlier = hasToken ? ' The token below is an earlier one.' : ''
  switch (outcome?.kind) {
    case 'refused':
      return (
        <Text size="sm" role="status">
          <b>Refused</b> with status {outcome.status}: {outcome.error.error}.{earlier}
        </Text>
      )
    case 'nonconformant':
      return (
        <Text size="sm" role="status">
          <b>Not a token response</b>, status {outcome.status}.{earlier}
        </Text>
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
    case 'issued':
      return null
    case undefined:
      return hasToken ? null : (
        <Text size="sm" c="dimmed">
          No token yet. “Request token” asks the authorization server for one, and shows here what comes back.
        </Text>
      )
  }
}
