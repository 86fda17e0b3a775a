import { useEffect, useState } from 'react'
import { slowAfter } from '../../electron/common/slow-after.ts'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { createKeyedStore, type KeyedStore, type Notify, useKeyed } from './keyed-store.ts'

/** Calls that send requests: they take time, can be cancelled, and leave an outcome that stays on screen. */
export type ActionName =
  | 'requestToken'
  | 'verifyToken'
  | 'openToken'
  | 'introspectToken'
  | 'introspectPasted'
  | 'revokeToken'
  | 'sendApiCall'
  | 'discover'
  | 'listKeys'
  | 'testConnection'
  | 'testSecretSource'
  | 'runFlow'
  | 'runProbes'

/** What came of one run: an outcome, or the error that kept the app from making the call. */
export interface Done<Name extends ActionName> {
  /** Of the input, what may be kept. */
  input: CallInput<Name>
  outcome: CallOutput<Name> | null
  error: Error | null
  /** The exchange of the token that was held when it was started; empty where none was, or where none matters. */
  of: string
  /** When it came, in milliseconds since 1970. */
  at: number
}

/** What a request of a run waits for, which has taken a while. */
export type Progress = Pick<Extract<Notice, { kind: 'exchange_progress' }>, 'purpose' | 'phase'>

/** What of an answer came before it is complete: `text` are its newest lines. */
export type Arriving = Pick<Extract<Notice, { kind: 'answer_arriving' }>, 'bytes' | 'events' | 'text' | 'isGap'>

/** Characters of an answer that arrives which are kept here. */
const mostArriving = 200_000

/** A run that is under way. */
interface Running {
  /** The id of its call. */
  flowId: string
  /** In milliseconds since 1970. */
  since: number
  cancel: () => void
  progress: Progress | null
  arriving: Arriving | null
}

/** What came of the last run, by action and subject: what the answer belongs to, an environment or one of its calls. */
export const done: { [Name in ActionName]: KeyedStore<Done<Name>> } = {
  requestToken: createKeyedStore(),
  verifyToken: createKeyedStore(),
  openToken: createKeyedStore(),
  introspectToken: createKeyedStore(),
  introspectPasted: createKeyedStore(),
  revokeToken: createKeyedStore(),
  sendApiCall: createKeyedStore(),
  discover: createKeyedStore(),
  listKeys: createKeyedStore(),
  testConnection: createKeyedStore(),
  testSecretSource: createKeyedStore(),
  runFlow: createKeyedStore(),
  runProbes: createKeyedStore(),
}

const running = createKeyedStore<Running>()
/** Under which key a run is found, by the id of its call. */
const keysByFlow = new Map<string, string>()

/** What the answer of an API call belongs to. */
export const apiCallSubject = (environmentId: string, callId: string): string => `${environmentId} ${callId}`

const runningKey = (name: ActionName, subject: string): string => `${name}:${subject}`

export const isRunning = (name: ActionName, subject: string): boolean => running.get(runningKey(name, subject)) !== null

export function setRunning(
  name: ActionName,
  subject: string,
  run: Omit<Running, 'progress' | 'arriving'>,
  notify: Notify,
): void {
  const key = runningKey(name, subject)
  keysByFlow.set(run.flowId, key)
  running.set(key, { ...run, progress: null, arriving: null }, notify)
}

export function endRunning(flowId: string, notify: Notify): void {
  const key = keysByFlow.get(flowId)
  keysByFlow.delete(flowId)
  if (key !== undefined) running.set(key, null, notify)
}

/** Of a run that is over, or of a call that is no run, it is of no interest. */
export function setProgress(flowId: string, progress: Progress): void {
  const key = keysByFlow.get(flowId)
  const run = key === undefined ? null : running.get(key)
  if (key !== undefined && run !== null) running.set(key, { ...run, progress })
}

/** The same of what came of its answer. */
export function setArriving(flowId: string, { bytes, events, text, isGap }: Arriving): void {
  const key = keysByFlow.get(flowId)
  const run = key === undefined ? null : running.get(key)
  if (key === undefined || run === null) return
  const all = (run.arriving?.text ?? '') + text
  const isCut = all.length > mostArriving || isGap || run.arriving?.isGap === true
  running.set(key, { ...run, arriving: { bytes, events, text: all.slice(-mostArriving), isGap: isCut } })
}

export const cancelRun = (name: ActionName, subject: string): void => running.get(runningKey(name, subject))?.cancel()

/** What came of the last run for this subject, or null. It outlives the screen that shows it. */
export const useDone = <Name extends ActionName>(name: Name, subject: string): Done<Name> | null =>
  useKeyed<Done<Name>>(done[name], subject)

/** When the run that is under way was started, in milliseconds since 1970; null when none is. */
export const usePendingSince = (name: ActionName, subject: string): number | null =>
  useKeyed(running, runningKey(name, subject))?.since ?? null

/** What the run that is under way waits for; null when none is, or while it is quick. */
export const useProgress = (name: ActionName, subject: string): Progress | null =>
  useKeyed(running, runningKey(name, subject))?.progress ?? null

/** What came of the answer of the run that is under way; null when none is, or while nothing of it is shown. */
export const useArriving = (name: ActionName, subject: string): Arriving | null =>
  useKeyed(running, runningKey(name, subject))?.arriving ?? null

/** When the run that is under way was started, once it is slow. A quick one draws nothing. */
export function useSlowPendingSince(name: ActionName, subject: string): number | null {
  const [shown, setShown] = useState<number | null>(null)
  useEffect(() => {
    const key = runningKey(name, subject)
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = () => {
      clearTimeout(timer)
      const run = running.get(key)
      if (run === null) setShown(null)
      else timer = setTimeout(() => setShown(run.since), Math.max(0, run.since + slowAfter - Date.now()))
    }
    update()
    const end = running.subscribe(update)
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [name, subject])
  return shown
}
