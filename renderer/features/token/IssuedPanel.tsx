import { Button, Group, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { useCopyToken } from '../../queries/tokens.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { lifespanOfHeld } from '../../token-view/lifespan.ts'
import { LifetimeLine } from '../../token-view/LifetimeLine.tsx'
import { MembersTable } from '../../token-view/MembersTable.tsx'
import { Reveal } from './Reveal.tsx'
import { ScopeDifference } from './ScopeDifference.tsx'

interface Props {
  token: HeldToken
  isNewest: boolean
  onVerify: () => void
  onRevoke: () => void
}

export function IssuedPanel({ token, isNewest, onVerify, onRevoke }: Props) {
  const copy = useCopyToken()
  const saysMore = token.response.members.some(({ name, duplicate }) => duplicate || !toldAbove.has(name))
  return (
    <Stack className="panel" gap={6}>
      <Group justify="space-between" gap={6}>
        <Text size="sm">
          <b>{isNewest ? 'Issued' : 'Held'}</b> · {token.token_type || 'no token_type'} · expires_in{' '}
          {token.expires_in ?? 'not said'}
        </Text>
        <Group gap={6}>
          <CopyButton onCopy={() => copy.mutateAsync(token.environmentId)}>Copy token</CopyButton>
          <Button variant="default" leftSection={<IconShieldCheck size={14} />} onClick={onVerify}>
            Verify
          </Button>
          <Button variant="default" onClick={onRevoke}>
            Revoke
          </Button>
        </Group>
      </Group>
      <ScopeDifference token={token} />
      <Standing token={token} />
      <LifetimeLine lifespan={lifespanOfHeld(token)} />
      <Reveal key={token.exchangeId} token={token} />
      <Disclosure key={`${token.exchangeId} answer`} title="The answer, member by member" open={saysMore}>
        <MembersTable members={token.response.members} place="token_response" what="members" />
      </Disclosure>
    </Stack>
  )
}

const toldAbove = new Set(['access_token', 'token_type', 'expires_in', 'scope'])

const bindings = { dpop: 'DPoP key', certificate: 'client certificate' } as const

/** What the token is bound to, and whether it is still the one that would be requested. */
function Standing({ token: { binding, stale } }: { token: HeldToken }) {
  return (
    <>
      {binding === null ? null : (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          Requested with the {bindings[binding.kind]} {binding.thumbprint}
        </Text>
      )}
      {stale ? (
        <Group gap={8} wrap="nowrap" role="note">
          <StateIcon look="warn" />
          <Text size="sm">The environment changed since; the next API call requests a new token.</Text>
        </Group>
      ) : null}
    </>
  )
}
