import { Button } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import type { FlowActName } from '../../../electron/contract/flow.ts'
import { panelOf } from '../../../electron/picture/panel/panel-of.ts'
import type { Panel, WayOut } from '../../../electron/picture/picture.ts'
import { openFlowHelp } from '../../state/flow-help.ts'
import { useNow } from '../../ui/use-now.ts'
import { IdlePanel } from './IdlePanel.tsx'
import { OverActs } from './OverActs.tsx'
import { OverPanel } from './OverPanel.tsx'
import { PanelMore } from './PanelMore.tsx'
import { Refused } from './Refused.tsx'
import { RunningPanel } from './RunningPanel.tsx'
import { runTime } from './run-text.ts'
import { createShared } from './shared.ts'
import type { Flow } from './use-flow.ts'
import { factsNow } from './use-step.ts'

const sharedPanel = createShared<Panel>()

interface Props {
  flow: Flow
  onRun: (from: FlowActName | null) => void
  onSelect: (rowId: string) => void
  onWayOut: (wayOut: WayOut) => void
}

/** What a run needs, what it waits for, or what came of it. */
export function FlowPanel({ flow, onRun, onSelect, onWayOut }: Props) {
  const { environment, plan, run, progress, picture, view } = flow
  const { id } = environment
  const panel = sharedPanel(id, [environment, plan, run, progress], () =>
    panelOf(plan, run, progress, factsNow(environment, run).credential),
  )
  if (panel.kind === 'idle' || run === null) {
    return panel.kind === 'idle' ? <IdlePanel panel={panel} help={<Help />} onWayOut={onWayOut} /> : null
  }
  if (panel.kind === 'running') {
    const growth = picture.rows.find(({ state }) => state === 'running')?.growth ?? null
    const past = progress?.elapsed.reduce((sum, { ms }) => sum + ms, 0) ?? 0
    return (
      <RunningPanel
        panel={panel}
        growth={growth}
        since={run.startedAt}
        phaseSince={progress === null ? null : progress.startedAt + past}
      />
    )
  }
  const isNow = view.shown.kind === 'now'
  const stopped = run.acts.find(({ state }) => state === 'failed') ?? null
  const problems = stopped?.result?.kind === 'not_sent' ? stopped.result.problems : []
  const isSettledHere = isNow && problems.some(({ remedy }) => remedy !== undefined)
  return (
    <OverPanel
      panel={panel}
      environment={environment}
      side={isNow ? null : <RunOf at={run.startedAt} />}
      acts={isNow ? <OverActs panel={panel} run={run} environment={environment} onRun={onRun} /> : null}
      more={
        <PanelMore panel={panel} retry={isNow ? { again: () => onRun(null), withNewToken: () => onRun(null) } : null} />
      }
      remedy={
        isSettledHere ? (
          <Refused
            environmentId={id}
            problems={problems}
            again={() => onRun(stopped?.name ?? null)}
            dismiss={() => {}}
          />
        ) : null
      }
      onSelect={onSelect}
    />
  )
}

function RunOf({ at }: { at: number }) {
  return <span className="flow-of">Run of {runTime(at, useNow())}</span>
}

function Help() {
  return (
    <Button
      variant="subtle"
      color="gray"
      className="quiet"
      leftSection={<IconHelpCircle size={16} stroke={1.6} aria-hidden />}
      onClick={openFlowHelp}
    >
      Which flow do I need?
    </Button>
  )
}
