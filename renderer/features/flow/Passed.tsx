import { milliseconds } from '../../../electron/wording/milliseconds.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'

/** What the acts of a run gave so far. */
export function Passed({ passed }: { passed: readonly { text: string; ms: number | null }[] }) {
  return (
    <ul className="flow-passed" aria-label="Passed">
      {passed.map(({ text, ms }) => (
        <li key={text}>
          <StateIcon tone="good" />
          <bdi className="ellipsis" title={text}>
            {text}
          </bdi>
          {ms === null ? null : <span className="flow-passed-ms">{milliseconds(ms)}</span>}
        </li>
      ))}
    </ul>
  )
}
