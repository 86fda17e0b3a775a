import { IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { visible } from '../../../electron/common/visible.ts'
import { type ScopeState, scopeStates } from './scope-difference.ts'

const marks = {
  granted: { icon: IconCheck, color: 'var(--ok)' },
  'not granted': { icon: IconX, color: 'var(--err)' },
  'not asked for': { icon: IconPlus, color: 'var(--warn)' },
} as const

/** The scopes asked for and granted, one by one, so that the difference cannot be missed. */
export const ScopeDifference = memo(function ScopeDifference(scopes: Pick<HeldToken, 'scopeAsked' | 'scopeGranted'>) {
  const states = scopeStates(scopes)
  const unsaid = scopes.scopeGranted === null && states.length > 0
  return (
    <div className="row" style={{ gap: 4 }} role="group" aria-label="Scopes asked for and granted">
      <p className="text-small dimmed">
        {states.length === 0 ? 'No scope was asked for, and none is named in the answer.' : 'Scopes:'}
      </p>
      {states.map(({ scope, state }) => (
        <ScopeChip key={scope} scope={scope} state={state} />
      ))}
      {unsaid ? (
        <p className="text-small dimmed">The answer names none: that means all that were asked for (RFC 6749 §5.1).</p>
      ) : null}
    </div>
  )
})

function ScopeChip({ scope, state }: ScopeState) {
  const { icon: Icon, color } = marks[state]
  return (
    <span className="scope-chip" title={`${visible(scope)}: ${state}`}>
      <Icon size={12} stroke={2.5} color={color} aria-hidden />
      <span className="ellipsis">{visible(scope)}</span>
      <span style={{ color }}>{state}</span>
    </span>
  )
}
