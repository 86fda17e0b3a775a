import type { Row } from '../../../electron/picture/picture.ts'
import { Clock } from './Clock.tsx'
import { runningText } from './clock-text.ts'
import { StateMark } from './StateMark.tsx'

interface Props {
  row: Row
  /** When the request under way began, in milliseconds since 1970; null where none is. */
  since: number | null
}

const withoutMark: ReadonlySet<Row['state']> = new Set(['will', 'hidden', 'left_out'])

/** How a step ended, or since when it runs. */
export function StepResult({ row: { state, result }, since }: Props) {
  return (
    <span className="flow-result" data-state={state}>
      {withoutMark.has(state) ? null : <StateMark state={state} />}
      {state === 'running' && since !== null ? (
        <Clock since={since} text={runningText} className="flow-ms" />
      ) : (
        <span>{result}</span>
      )}
    </span>
  )
}
