import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FlowRunSummary } from '../../../electron/contract/flow.ts'
import { useNow } from '../../ui/use-now.ts'
import { markOf, runLine } from './run-text.ts'
import { StateMark } from './StateMark.tsx'

interface Props {
  label: string
  runs: readonly FlowRunSummary[]
  onChoose: (id: string) => void
  children: ReactNode
}

/** Runs to choose one of. */
export function RunMenu({ label, runs, onChoose, children }: Props) {
  return (
    <Menu position="top-end" withinPortal={false}>
      <Menu.Target>
        <button type="button" className="link-button" aria-label={label}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown className="flow-run-menu">
        <Items runs={runs} onChoose={onChoose} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Items({ runs, onChoose }: Pick<Props, 'runs' | 'onChoose'>) {
  const now = useNow()
  return runs.map((run) => (
    <Menu.Item key={run.id} leftSection={<StateMark state={markOf(run)} />} onClick={() => onChoose(run.id)}>
      {runLine(run, now)}
    </Menu.Item>
  ))
}
