import { Group, Text } from '@mantine/core'
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { visible } from '../../ui/format.ts'
import { type ScopeState, scopeStates } from './scope-difference.ts'

const looks = {
  granted: { icon: IconCheck, color: 'var(--ccx-good)' },
  'not granted': { icon: IconX, color: 'var(--ccx-bad)' },
  'not asked for': { icon: IconPlus, color: 'var(--ccx-warn)' },
} as const

/** The scopes asked for and granted, one by one, so that the difference cannot be missed. */
export function ScopeDifference({ token }: { token: HeldToken }) {
  const states = scopeStates(token)
  const unsaid = token.scopeGranted === null && states.length > 0
  return (
    <Group gap={4} role="group" aria-label="Scopes asked for and granted">
      <Text size="xs" c="dimmed">
        {states.length === 0 ? 'No scope was asked for, and none is named in the answer.' : 'Scopes:'}
      </Text>
      {states.map(({ scope, state }) => (
        <ScopeChip key={scope} scope={scope} state={state} />
      ))}
      {unsaid ? (
        <Text size="xs" c="dimmed">
          The answer names none: that means all that were asked for (RFC 6749 §5.1).
        </Text>
      ) : null}
    </Group>
  )
}

function ScopeChip({ scope, state }: ScopeState) {
  const { icon: Icon, color } = looks[state]
  return (
    <span className="scope-chip" title={`${visible(scope)}: ${state}`}>
      <Icon size={12} stroke={2.5} color={color} aria-hidden />
      <span className="ellipsis">{visible(scope)}</span>
      <span style={{ color }}>{state}</span>
    </span>
  )
}
