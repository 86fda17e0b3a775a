import './flow.css'
import './panel.css'
import './toolbar.css'
import './drawing.css'
import './step-text.css'
import './list.css'
import './foot.css'
import './explain.css'
import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback } from 'react'
import { flowActs } from '../../../electron/vocabulary/flow.ts'
import { useOutcome } from '../../queries/action.ts'
import { useRunUnderWay } from '../../queries/flow-runs.ts'
import { flowViews } from '../../state/flow-views.ts'
import { intend, useIntent } from '../../state/intents.ts'
import { useKept } from '../../state/kept.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { FlowPanel } from './FlowPanel.tsx'
import { FlowToolbar } from './FlowToolbar.tsx'
import { NotBegun } from './NotBegun.tsx'
import { RunningStep } from './RunningStep.tsx'
import { RunsFoot } from './RunsFoot.tsx'
import { Steps } from './Steps.tsx'
import { type Flow, useFlow } from './use-flow.ts'
import { useRunFlow } from './use-run-flow.ts'
import { useWayOut } from './use-way-out.ts'

interface Props {
  environmentId: string
  /** The menu that exports what is shown. */
  exportMenu: (flow: Flow) => ReactNode
}

const options = {}

/** The flow as a picture: what would happen, what happens and what happened. */
export function FlowTab({ environmentId, exportMenu }: Props) {
  const flow = useFlow(environmentId)
  const begun = useOutcome('runFlow', environmentId, options)
  const [, changeView] = useKept(flowViews, environmentId)
  const isNarrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false })
  const onWayOut = useWayOut(environmentId)
  const run = useRunFlow(environmentId, flow?.choice ?? null)
  useRunUnderWay(environmentId)
  useIntent(flow !== null ? environmentId : null, 'run_flow', ([from]) =>
    run(flowActs.find((name) => name === from) ?? null),
  )
  const of = flow?.of ?? ''
  const select = useCallback(
    (rowId: string) => changeView((view) => ({ ...view, chosenRow: { rowId, of } })),
    [changeView, of],
  )
  const open = useCallback(() => intend(environmentId, 'open_drawer'), [environmentId])
  const choose = useCallback(
    (rowId: string) => {
      select(rowId)
      if (isNarrow) open()
    },
    [select, isNarrow, open],
  )
  const fold = useCallback(
    (id: string) => changeView((view) => ({ ...view, unfolded: toggled(view.unfolded, id) })),
    [changeView],
  )
  if (flow === null) return <Skeleton h={300} />
  const notBegun = begun.outcome?.kind === 'not_sent' ? begun.outcome.problems : []
  return (
    <section className="flow" aria-label="Flow">
      {begun.error === null ? null : <CallFailed error={begun.error} />}
      {notBegun.length === 0 ? (
        <FlowPanel flow={flow} onRun={run} onSelect={choose} onWayOut={onWayOut} />
      ) : (
        <NotBegun environmentId={environmentId} problems={notBegun} again={begun.again} dismiss={begun.forget} />
      )}
      <FlowToolbar flow={flow} onChange={begun.forget}>
        {exportMenu(flow)}
      </FlowToolbar>
      <RunningStep run={flow.run} picture={flow.picture} />
      <Steps
        picture={flow.picture}
        selected={flow.selected?.id ?? null}
        unfolded={flow.view.unfolded}
        since={flow.progress?.startedAt ?? null}
        isNarrow={isNarrow}
        onSelect={select}
        onChoose={choose}
        onFold={fold}
        onOpen={open}
        onWayOut={onWayOut}
      />
      <RunsFoot flow={flow} />
    </section>
  )
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
