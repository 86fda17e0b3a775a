import { useElementSize } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import type { FlowRunSummary } from '../../../electron/contract/flow.ts'
import { useNow } from '../../ui/use-now.ts'
import { RunMenu } from './RunMenu.tsx'
import { markOf, runEnd, runLine, runTimes } from './run-text.ts'
import { StateMark } from './StateMark.tsx'

interface Props {
  /** Newest first. */
  runs: readonly FlowRunSummary[]
  /** The one that is shown; null while a plan is. */
  shown: string | null
  /** Whether that is not the newest. */
  isEarlier: boolean
  /** The one that is laid over what is shown. */
  laidOver: string | null
  /** Those that may be laid over it, the likeliest first. */
  comparable: readonly FlowRunSummary[]
  onShow: (id: string | null) => void
  onLayOver: (id: string | null) => void
}

/** The runs before: each can be seen again, or laid over what is shown. */
export function EarlierRuns({ runs, shown, isEarlier, laidOver, comparable, onShow, onLayOver }: Props) {
  const now = useNow()
  const { ref, width } = useElementSize()
  const room = roomFor(width)
  const more = runs.slice(room)
  const timeOf = runTimes(runs, now)
  return (
    <footer className="flow-foot" ref={ref}>
      {runs.length === 0 ? <span>No earlier runs</span> : <span className="flow-foot-title">Earlier runs</span>}
      <ul aria-label="Earlier runs">
        {runs.slice(0, room).map((run) => (
          <li key={run.id}>
            <button
              type="button"
              className="flow-run"
              aria-pressed={run.id === shown}
              title={runLine(run, now)}
              onClick={() => onShow(run.id === shown && isEarlier ? null : run.id)}
            >
              <StateMark state={markOf(run)} />
              {timeOf(run)}
              <span className="flow-run-end">{runEnd(run)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more.length === 0 ? null : (
        <RunMenu label="More earlier runs" runs={more} onChoose={onShow}>
          {more.length} more <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </RunMenu>
      )}
      <span className="flow-foot-acts">
        {laidOver === null ? (
          <Compare runs={comparable} now={now} timeOf={timeOf} onLayOver={onLayOver} />
        ) : (
          <button type="button" className="link-button" onClick={() => onLayOver(null)}>
            Stop comparing
          </button>
        )}
        {isEarlier ? (
          <button type="button" className="link-button" onClick={() => onShow(null)}>
            Back to now
          </button>
        ) : null}
      </span>
    </footer>
  )
}

/** How many runs there is room for between the title and the acts. */
const roomFor = (width: number): number => Math.max(1, Math.floor((width - 300) / 150))

interface CompareProps {
  runs: readonly FlowRunSummary[]
  now: number
  timeOf: (run: FlowRunSummary) => string
  onLayOver: (id: string) => void
}

/** The likeliest by a click, the others in a menu. */
function Compare({ runs, now, timeOf, onLayOver }: CompareProps) {
  const [first] = runs
  if (first === undefined) return null
  return (
    <span className="flow-compare">
      <button type="button" className="link-button" title={runLine(first, now)} onClick={() => onLayOver(first.id)}>
        Compare with {timeOf(first)}
      </button>
      {runs.length < 2 ? null : (
        <RunMenu label="Compare with another run" runs={runs} onChoose={onLayOver}>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </RunMenu>
      )}
    </span>
  )
}
