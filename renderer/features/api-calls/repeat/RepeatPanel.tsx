import './repeat.css'
import { Button, CloseButton, TextInput } from '@mantine/core'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { useRepeat } from '../../../queries/repetition.ts'
import { useKept } from '../../../state/kept.ts'
import { useRepetition } from '../../../state/repetitions.ts'
import { apiCallSubject } from '../../../state/runs.ts'
import { useBeforeSending } from '../../../ui/before-sending.ts'
import { Region } from '../../../ui/Region.tsx'
import { RepeatEnded } from './RepeatEnded.tsx'
import { readSettings, repeatSettings } from './repeat-settings.ts'
import { RepetitionChart } from './RepetitionChart.tsx'
import { repetitionSummary } from './repetition-summary.ts'
import { RepetitionTable } from './RepetitionTable.tsx'

interface Props {
  environmentId: string
  callId: string
  /** What is sent; null where something is wrong with it, which is shown then. */
  toSend: () => CallInput<'sendApiCall'> | null
}

/** Sends a call several times with a pause, to see flakiness, rate limits, or a revocation taking effect. */
export function RepeatPanel({ environmentId, callId, toSend }: Props) {
  const subject = apiCallSubject(environmentId, callId)
  const [settings, change] = useKept(repeatSettings, subject)
  const run = useRepetition(subject)
  const repeat = useRepeat(subject)
  const beforeSending = useBeforeSending()
  if (!settings.isOpen) return null
  const { times, pauseMs, timesProblem, pauseProblem } = readSettings(settings)
  const isRunning = run !== null && run.end === null && run.error === null
  const start = () => {
    const input = toSend()
    if (input !== null) beforeSending({ verb: 'send', act: () => repeat({ ...input, times, pauseMs }) })
  }
  const samples = run?.samples ?? []
  return (
    <Region
      name="Repeat"
      actions={
        <CloseButton
          size="sm"
          aria-label="Close Repeat"
          disabled={isRunning}
          onClick={() => change((now) => ({ ...now, isOpen: false }))}
        />
      }
    >
      <div className="repeat-settings">
        <TextInput
          label="Times"
          inputMode="numeric"
          w={72}
          value={settings.times}
          error={timesProblem}
          onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, times: value }))}
        />
        <TextInput
          label="Pause in seconds"
          inputMode="decimal"
          w={120}
          value={settings.pause}
          error={pauseProblem}
          onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, pause: value }))}
        />
        {isRunning ? (
          <Button variant="default" onClick={run.cancel}>
            Cancel
          </Button>
        ) : (
          <Button variant="default" disabled={timesProblem !== null || pauseProblem !== null} onClick={start}>
            Send {timesProblem === null ? times : ''} times
          </Button>
        )}
        {isRunning ? (
          <>
            <progress className="repeat-progress" aria-label="Repeated" max={run.times} value={samples.length} />
            <span className="repeat-count">
              {samples.length} of {run.times}
            </span>
          </>
        ) : null}
      </div>
      <p className="call-note" role="status">
        {isRunning || run === null ? '' : repetitionSummary(samples)}
      </p>
      {run === null ? (
        <p className="call-note">Where the API asks to wait, the repetition waits.</p>
      ) : (
        <RepeatEnded run={run} />
      )}
      {samples.length === 0 ? null : (
        <>
          <RepetitionChart samples={samples} />
          <RepetitionTable environmentId={environmentId} samples={samples} />
        </>
      )}
    </Region>
  )
}
