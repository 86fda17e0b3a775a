import type { Panel, Row } from '../../../electron/picture/picture.ts'
import { milliseconds } from '../../../electron/wording/milliseconds.ts'
import { Clock } from './Clock.tsx'
import { runningText, secondsText } from './clock-text.ts'
import { GrowingBar } from './GrowingBar.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { Passed } from './Passed.tsx'
import { Turning } from './StateMark.tsx'

interface Props {
  panel: Extract<Panel, { kind: 'running' }>
  /** Of the request under way; null where none is. */
  growth: Row['growth']
  /** When the run began, and when the phase under way did, in milliseconds since 1970. */
  since: number
  phaseSince: number | null
}

/** While a run goes on: what it waits for, its phases and what passed. */
export function RunningPanel({ panel: { title, reason, phases, passed }, growth, since, phaseSince }: Props) {
  return (
    <PanelFrame
      tone="running"
      icon={<Turning size={20} />}
      title={title}
      reason={reason}
      side={<Clock since={since} text={secondsText} className="flow-clock" />}
    >
      <div className="flow-progress">{growth === null ? null : <GrowingBar growth={growth} />}</div>
      <ul className="flow-phases" aria-label="Phases of the request">
        {phases.map(({ name, ms, isOver }) => (
          <li key={name} data-over={isOver || undefined}>
            {name}{' '}
            {ms === null && phaseSince !== null ? (
              <Clock since={phaseSince} text={runningText} className="flow-phase-clock" />
            ) : (
              ms !== null && milliseconds(ms)
            )}
          </li>
        ))}
      </ul>
      <Passed passed={passed} />
    </PanelFrame>
  )
}
