import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleXFilled,
  IconPlayerPauseFilled,
  type TablerIcon,
} from '@tabler/icons-react'
import type { RowState } from '../../../electron/picture/picture.ts'

const icons: Readonly<Record<Exclude<RowState, 'running'>, TablerIcon>> = {
  will: IconCircleDashed,
  hidden: IconCircleDashed,
  left_out: IconCircleDashed,
  done: IconCircleCheckFilled,
  noted: IconAlertTriangleFilled,
  failed: IconCircleXFilled,
  cancelled: IconCircleMinus,
  interrupted: IconPlayerPauseFilled,
}

/** A state by its shape; the word is beside it. */
export function StateMark({ state }: { state: RowState }) {
  if (state === 'running') return <Turning size={14} />
  const Icon = icons[state]
  return <Icon className="flow-mark" data-state={state} size={14} aria-hidden />
}

/** An open ring that turns. */
export function Turning({ size }: { size: number }) {
  return (
    <svg
      className="flow-mark flow-turning"
      data-state="running"
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden
    >
      <circle cx={7} cy={7} r={5.5} fill="none" stroke="currentColor" strokeWidth={1.3} strokeDasharray="26 9" />
    </svg>
  )
}
