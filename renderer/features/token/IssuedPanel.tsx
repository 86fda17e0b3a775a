import { Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { useCopyToken } from '../../queries/tokens.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { MembersTable } from '../../ui/Members.tsx'
import { LifetimeBar } from './LifetimeBar.tsx'
import { Reveal } from './Reveal.tsx'

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
          {token.expires_in ?? 'not said'} · <ScopeDifference token={token} />
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

/** Scopes asked and granted, always visible. */
function ScopeDifference({ token: { scopeAsked, scopeGranted } }: { token: HeldToken }) {
  const asked = scopeAsked.split(' ').filter(Boolean)
  const granted = (scopeGranted ?? scopeAsked).split(' ').filter(Boolean)
  const missing = asked.filter((scope) => !granted.includes(scope))
  return (
    <span style={{ color: missing.length > 0 ? 'var(--ccx-warn)' : 'inherit' }}>
      scopes: asked {asked.length}, granted {granted.length}
      {missing.length > 0 ? ` (not ${missing.join(' ')})` : ''}
    </span>
  )
}
