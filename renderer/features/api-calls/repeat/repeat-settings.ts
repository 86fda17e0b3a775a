import { problemOfNumber } from '../../../../electron/vocabulary/number-rule.ts'
import { repetitionPauseRule, repetitionsRule } from '../../../../electron/vocabulary/repetition-rules.ts'
import { createKept } from '../../../state/kept.ts'

/** How often a call is repeated and the seconds between two, as they are typed. */
export interface RepeatSettings {
  isOpen: boolean
  times: string
  pause: string
}

/** By the subject of the call. */
export const repeatSettings = createKept<RepeatSettings>({ isOpen: false, times: '20', pause: '0.5' })

interface ReadSettings {
  times: number
  pauseMs: number
  timesProblem: string | null
  pauseProblem: string | null
}

/** What the typed settings mean, and what is wrong with them. */
export function readSettings({ times, pause }: RepeatSettings): ReadSettings {
  const count = /^\s*\d{1,6}\s*$/.test(times) ? Number(times) : Number.NaN
  const ms = /^\s*\d{1,6}(?:[.,]\d{1,3})?\s*$/.test(pause)
    ? Math.round(Number(pause.replace(',', '.')) * 1000)
    : Number.NaN
  return {
    times: count,
    pauseMs: ms,
    timesProblem: problemOfNumber(repetitionsRule, count),
    pauseProblem: problemOfNumber(repetitionPauseRule, ms),
  }
}
