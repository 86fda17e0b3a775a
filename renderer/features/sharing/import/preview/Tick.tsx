import type { InputHTMLAttributes } from 'react'
import type { Ticked } from './call-tree.ts'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'checked' | 'onChange' | 'type'> & {
  ticked: Ticked
  onTick: (isTaken: boolean) => void
}

/** A checkbox that may be ticked in part; then a press ticks all of it. */
export function Tick({ ticked, onTick, ...props }: Props) {
  return (
    <input
      {...props}
      type="checkbox"
      className="import-tick"
      ref={(element) => {
        if (element !== null) element.indeterminate = ticked === 'some'
      }}
      checked={ticked === 'all'}
      onChange={() => onTick(ticked !== 'all')}
    />
  )
}
