import { NativeSelect } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { oneOf } from '../../../electron/common/one-of.ts'
import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'
import { flowScenarios } from '../../../electron/vocabulary/flow.ts'
import type { ChosenFlow } from '../../state/flow-choices.ts'
import { visible } from '../../../electron/common/visible.ts'
import { titleOf } from '../../ui/name-of.ts'
import type { RunnableFlow } from './choice-of.ts'
import { scenarioNames } from './run-text.ts'
import { ScopeChoice } from './ScopeChoice.tsx'

interface Props {
  choice: RunnableFlow
  calls: readonly ApiCallSummary[]
  /** The scopes of the environment, and those of them that are asked for. */
  scopes: readonly string[]
  asked: readonly string[]
  isDisabled: boolean
  onChange: (change: Partial<ChosenFlow>) => void
  onAddCall: () => void
  children: ReactNode
}

const noCall = 'none'
const addCall = 'add'

/** What is run: the scenario, the API call, the token. */
export function Toolbar({ choice, calls, scopes, asked, isDisabled, onChange, onAddCall, children }: Props) {
  const { scenario, tokenChoice, callId } = choice
  return (
    <div className="flow-toolbar" role="group" aria-label="What to run">
      <NativeSelect
        aria-label="Scenario"
        className="flow-scenario"
        leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
        leftSectionWidth={30}
        disabled={isDisabled}
        value={scenario}
        data={flowScenarios.map((value) => ({ value, label: scenarioNames[value] }))}
        onChange={({ currentTarget: { value } }) => onChange({ scenario: oneOf(flowScenarios, value) ?? 'run' })}
      />
      <NativeSelect
        aria-label="Call"
        className="flow-call"
        leftSection="Call"
        leftSectionWidth={40}
        disabled={isDisabled}
        value={callId ?? noCall}
        data={[
          ...calls.map((call) => ({ value: call.id, label: visible(titleOf(call)) })),
          { value: noCall, label: 'none' },
          { value: addCall, label: 'Add an API call…' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          value === addCall ? onAddCall() : onChange({ callId: value === noCall ? null : value })
        }
      />
      {scenario === 'narrow' ? (
        <ScopeChoice
          scopes={scopes}
          asked={asked}
          isDisabled={isDisabled}
          onChange={(next) => onChange({ scope: next.join(' ') })}
        />
      ) : (
        <NativeSelect
          aria-label="Token"
          className="flow-token"
          leftSection="Token"
          leftSectionWidth={52}
          disabled={isDisabled}
          value={tokenChoice}
          data={[
            { value: 'new', label: 'request new' },
            { value: 'reuse', label: 'use current' },
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ tokenChoice: value === 'reuse' ? 'reuse' : 'new' })}
        />
      )}
      <span className="flow-toolbar-end">{children}</span>
    </div>
  )
}
