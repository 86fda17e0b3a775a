import type { ReactNode } from 'react'
import type { Panel, Precondition, WayOut } from '../../../electron/picture/picture.ts'
import { StateIcon, type Tone } from '../../ui/StateIcon.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { panelIcons } from './panel-icons.ts'
import { WayOutLink } from './WayOutLink.tsx'

interface Props {
  panel: Extract<Panel, { kind: 'idle' }>
  /** The way to what the flow is for. */
  help: ReactNode
  onWayOut: (wayOut: WayOut) => void
}

/** Before a run: what must be there for it, and the way to what is missing. */
export function IdlePanel({ panel: { title, reason, preconditions }, help, onWayOut }: Props) {
  const { Icon, word } = panelIcons.idle
  const icon = (
    <span role="img" aria-label={word} className="flow-panel-icon">
      <Icon size={20} stroke={1.6} aria-hidden />
    </span>
  )
  return (
    <PanelFrame tone="idle" icon={icon} title={title} reason={reason} side={help}>
      <ul className="flow-preconditions" aria-label="What the run needs">
        {preconditions.map((precondition) => (
          <Needed key={precondition.name} precondition={precondition} onWayOut={onWayOut} />
        ))}
      </ul>
    </PanelFrame>
  )
}

const marks: Readonly<Record<Precondition['state'], { tone: Tone; word: string }>> = {
  ready: { tone: 'good', word: 'Ready' },
  missing: { tone: 'bad', word: 'Missing' },
  advice: { tone: 'warn', word: 'To improve' },
}

function Needed({ precondition, onWayOut }: { precondition: Precondition } & Pick<Props, 'onWayOut'>) {
  const { name, value, isBytes, state, wayOut } = precondition
  return (
    <li>
      <StateIcon {...marks[state]} />
      <span className="flow-needed">{name}</span>
      <bdi className={isBytes ? 'flow-value ellipsis mono' : 'flow-value ellipsis'} title={value}>
        {value}
      </bdi>
      {wayOut === null ? null : <WayOutLink wayOut={wayOut} onWayOut={onWayOut} />}
    </li>
  )
}
