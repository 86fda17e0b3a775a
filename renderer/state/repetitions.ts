import type { RepeatEnd, RepeatSample } from '../../electron/contract/repetition.ts'
import { createKeyedStore, useKeyed } from './keyed-store.ts'

/** A call that is sent several times, as far as it has come. */
export interface RunningRepetition {
  /** The id of the call that runs it. */
  flowId: string
  times: number
  samples: readonly RepeatSample[]
  /** Null while it runs. */
  end: RepeatEnd | null
  /** Why it could not be run at all. */
  error: string | null
  cancel: () => void
}

/** The last one of each API call, by its subject. */
const repetitions = createKeyedStore<RunningRepetition>()
/** Of those that run: the subject by the id of the call. */
const subjects = new Map<string, string>()

export const useRepetition = (subject: string): RunningRepetition | null => useKeyed(repetitions, subject)

export function beginRepetition(subject: string, run: Pick<RunningRepetition, 'flowId' | 'times' | 'cancel'>): void {
  subjects.set(run.flowId, subject)
  repetitions.set(subject, { ...run, samples: [], end: null, error: null })
}

/** Takes one answer as it comes; of a repetition that is over it is of no interest. */
export function takeSample(flowId: string, sample: RepeatSample): void {
  const subject = subjects.get(flowId)
  const run = subject === undefined ? null : repetitions.get(subject)
  if (subject === undefined || run === null || run.flowId !== flowId) return
  repetitions.set(subject, { ...run, samples: [...run.samples, sample] })
}

export function endRepetition(
  flowId: string,
  ended: Pick<RunningRepetition, 'end' | 'error'> & { samples?: readonly RepeatSample[] },
): void {
  const subject = subjects.get(flowId)
  subjects.delete(flowId)
  const run = subject === undefined ? null : repetitions.get(subject)
  if (subject === undefined || run === null || run.flowId !== flowId) return
  repetitions.set(subject, { ...run, ...ended })
}
