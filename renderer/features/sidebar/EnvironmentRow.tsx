import { IconDots } from '@tabler/icons-react'
import { type KeyboardEvent, type KeyboardEventHandler, memo, useId } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { hrefOf, type Route } from '../../route.ts'
import { useDriftCount } from '../../queries/drift.ts'
import { useIsUnsaved } from '../../queries/unsaved.ts'
import { StageShape } from '../../ui/StageBadge.tsx'
import type { EnvironmentActs } from '../../queries/environment-acts.ts'
import { type At, below } from '../../ui/at.ts'
import type { Half } from '../../ui/dragging.ts'
import { DriftMark } from '../../ui/DriftMark.tsx'
import { MarkedName } from '../../ui/MarkedName.tsx'
import { dragging } from './dragging.ts'
import { keyAct } from './row-keys.ts'
import { RowStatus } from './RowStatus.tsx'

interface Props {
  environment: EnvironmentSummary
  route: Route
  /** What was searched for, to be marked in the name. */
  words: readonly string[]
  /** Whether the Tab key comes to it; the arrow keys come to all. */
  isStop: boolean
  acts: EnvironmentActs
  onFocus: () => void
  onKeyDown: KeyboardEventHandler
  onMenu: (at: At) => void
  onMove: (step: -1 | 1) => void
  /** To the head of its folder. */
  onFolder: () => void
  onDrop: (environmentId: string, half: Half) => void
}

export function EnvironmentRow({ environment, route, words, isStop, acts, onFocus, onKeyDown, ...on }: Props) {
  const { id, name, stage } = environment
  const current = route.kind === 'environment' && route.id === id
  const tab = route.kind === 'environment' ? route.tab : 'flow'
  const isUnsaved = useIsUnsaved(id)
  const driftCount = useDriftCount(id)
  const statusId = useId()
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const act = keyAct(event)
    if (act === null) return onKeyDown(event)
    event.preventDefault()
    if (act === 'menu') on.onMenu(below(event.currentTarget))
    else if (act === 'folder') on.onFolder()
    else if (act === 'up' || act === 'down') on.onMove(act === 'up' ? -1 : 1)
    else acts[act](environment)
  }
  return (
    <div
      className="sidebar-row"
      onContextMenu={(event) => {
        event.preventDefault()
        on.onMenu({ x: event.clientX, y: event.clientY })
      }}
      onDragStart={(event) => (environment.builtIn ? event.preventDefault() : dragging.start(event, id))}
      onDragOver={dragging.over}
      onDragLeave={dragging.leave}
      onDrop={(event) => {
        const drop = dragging.dropped(event)
        if (drop !== null) on.onDrop(drop.id, drop.half)
      }}
    >
      <a
        className="sidebar-link"
        data-id={id}
        href={hrefOf({ kind: 'environment', id, tab })}
        aria-current={current ? 'page' : undefined}
        aria-label={name}
        aria-describedby={statusId}
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKey}
        title={isUnsaved ? `${name} (unsaved changes)` : name}
      >
        <StageShape stage={stage} />
        <MarkedName name={name} words={words} />
        <span className="row-status" id={statusId}>
          {isUnsaved ? (
            <span className="unsaved-word">
              <span className="unsaved-dot" aria-hidden />
              unsaved
            </span>
          ) : null}
          <DriftMark count={driftCount} />
          <RowStatus environmentId={id} />
        </span>
      </a>
      <button
        type="button"
        className="row-actions"
        tabIndex={-1}
        aria-label={`Actions for ${name}`}
        aria-haspopup="menu"
        onClick={(event) => on.onMenu(below(event.currentTarget))}
      >
        <Dots />
      </button>
    </div>
  )
}

/** The same in each row, and drawn once. */
const Dots = memo(function Dots() {
  return <IconDots size={16} stroke={1.6} aria-hidden />
})
