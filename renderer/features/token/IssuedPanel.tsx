import { Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { useCopyToken } from '../../queries/tokens.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { MembersTable } from '../../ui/Members.tsx'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { LifetimeBar } from './LifetimeBar.tsx'
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
  const [open, setOpen] = useState(true)
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
      <LifetimeBar lifetime={token.lifetime} revokedAt={token.revokedAt} />
      <Reveal key={token.exchangeId} token={token} />
      <Button
        variant="transparent"
        size="compact-xs"
        p={0}
        w="fit-content"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide the answer' : 'Show the answer'}
      </Button>
      <Collapse expanded={open} transitionDuration={0}>
        <MembersTable {...token.response} />
      </Collapse>
    </Stack>
  )
}

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
