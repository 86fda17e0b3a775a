import type { Picture } from '../../../electron/picture/picture.ts'
import type { FlowRun } from '../../../electron/contract/flow.ts'
import { spokenStep } from './spoken-step.ts'

const ends: Readonly<Record<Exclude<FlowRun['state'], 'running'>, string>> = {
  passed: 'The run passed.',
  noted: 'The run passed, with a note.',
  failed: 'The run failed.',
  cancelled: 'The run was cancelled.',
  interrupted: 'The run was interrupted.',
}

/** Says to who listens which step runs, once for each, and how the run ended. */
export function RunningStep({ run, picture: { rows, lanes } }: { run: FlowRun | null; picture: Picture }) {
  const row = rows.find(({ state }) => state === 'running') ?? null
  const text =
    run === null
      ? ''
      : run.state !== 'running'
        ? ends[run.state]
        : row === null
          ? ''
          : spokenStep({ ...row, facts: '' }, lanes)
  return (
    <p className="flow-said" role="status">
      {text}
    </p>
  )
}
