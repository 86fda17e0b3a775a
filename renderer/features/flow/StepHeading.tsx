import type { ReactNode } from 'react'
import type { Row } from '../../../electron/picture/picture.ts'
import { StateMark } from './StateMark.tsx'

interface Props {
  row: Pick<Row, 'number' | 'state' | 'label' | 'isBytes'>
  title: string
  toggle: ReactNode
}

/** Which step it is; while it runs, of what request. */
export function StepHeading({ row: { number, state, label, isBytes }, title, toggle }: Props) {
  return (
    <div className="drawer-head flow-step-head">
      {state === 'running' ? <StateMark state="running" /> : null}
      {state !== 'running' && number !== null ? <span className="flow-tag">{number}</span> : null}
      {state === 'running' && isBytes ? (
        <h2 className="mono ellipsis" title={label}>
          {label}
        </h2>
      ) : (
        <h2 className="ellipsis" data-title>
          {title}
        </h2>
      )}
      {toggle}
    </div>
  )
}
