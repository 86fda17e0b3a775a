import type { ReactNode } from 'react'
import { type ChosenFlow, chosenFlows } from '../../state/flow-choices.ts'
import { flowViews } from '../../state/flow-views.ts'
import { keep, keptValue } from '../../state/kept.ts'
import { scopesOf } from './choice-of.ts'
import { Toolbar } from './Toolbar.tsx'
import type { Flow } from './use-flow.ts'
import { addCall } from './use-way-out.ts'

interface Props {
  flow: Flow
  onChange: () => void
  children: ReactNode
}

/** What is run. What is chosen is remembered while the app runs, and what would happen with it is shown. */
export function FlowToolbar({ flow: { environment, calls, choice, run }, onChange, children }: Props) {
  const { id, scope } = environment
  const change = (part: Partial<ChosenFlow>) => {
    keep(chosenFlows, { ...keptValue(chosenFlows, id), ...part }, id)
    keep(flowViews, { ...keptValue(flowViews, id), shown: { kind: 'plan' }, laidOver: null }, id)
    onChange()
  }
  return (
    <Toolbar
      choice={choice}
      calls={calls}
      scopes={scopesOf(scope)}
      asked={scopesOf(choice.scope)}
      isDisabled={run?.state === 'running'}
      onChange={change}
      onAddCall={() => addCall(id)}
    >
      {children}
    </Toolbar>
  )
}
