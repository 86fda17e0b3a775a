import { problemSentence } from '../../../../electron/wording/problems.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { RunningRepetition } from '../../../state/repetitions.ts'
import { clockTime } from '../../../ui/format.ts'
import { CallFailed } from '../../../ui/Problem.tsx'

/** Why a repetition ended before it was done. */
export function RepeatEnded({ run: { end, error, samples } }: { run: RunningRepetition }) {
  if (error !== null) return <CallFailed error={new Error(error)} />
  const sentence = end === null ? '' : sentenceOf(end, samples.length)
  return sentence === '' ? null : (
    <p className="call-problem" role="alert">
      {visible(sentence)}
    </p>
  )
}

function sentenceOf(end: NonNullable<RunningRepetition['end']>, sent: number): string {
  switch (end.kind) {
    case 'done':
      return ''
    case 'cancelled':
      return `Cancelled after ${sent}.`
    case 'asked_to_wait':
      return `Stopped after ${sent}: the API asks to wait until ${clockTime(end.retryAt)}.`
    case 'not_sent':
      return `Nothing more was sent. ${end.problems.map(problemSentence).join(' ')}`
    case 'no_token':
      return `Stopped after ${sent}: no token could be obtained. Click Send to see why.`
  }
}
