import { notifyManager, type QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'
import { type ActionName, done, type Done, endRunning, setRunning } from '../state/runs.ts'
import { refreshSoon } from './refresh-soon.ts'
import { noteApiAnswer } from './note-api-answer.ts'
import { heldToken, putToken } from './tokens.ts'

/** Notifies together with the listeners of queries that change in the same batch, so that all of it is drawn once. */
const schedule = (listener: () => void): void => notifyManager.schedule(listener)

/** One run of an action. `subject` is what the answer belongs to: an environment, or one of its calls. */
export interface Run<Name extends ActionName> {
  name: Name
  subject: string
  input: CallInput<Name>
  of: string
  kept: (input: CallInput<Name>) => CallInput<Name>
}

/** Makes the call. What comes of it lands at its own subject, no matter what is on screen then, in one update with its token. */
export async function perform<Name extends ActionName>(
  client: QueryClient,
  { name, subject, input, of, kept }: Run<Name>,
): Promise<CallOutput<Name>> {
  const controller = new AbortController()
  const flowId = crypto.randomUUID()
  const store = done[name]
  const held = 'environmentId' in input ? heldToken(client, String(input.environmentId)) : null
  const last = store.get(subject)
  // What is as it was before keeps its identity, and is not drawn again.
  const shared = (outcome: CallOutput<Name>) => replaceEqualDeep(last?.outcome, outcome)
  const land = (end: Pick<Done<Name>, 'outcome' | 'error'>) =>
    notifyManager.batch(() => {
      takeToken(client, end.outcome)
      store.set(subject, { input: kept(input), ...end, of, at: Date.now() }, schedule)
      endRunning(flowId, schedule)
    })
  notifyManager.batch(() => {
    setRunning(name, subject, { flowId, since: Date.now(), cancel: () => controller.abort() }, schedule)
    if (last !== null && last.error !== null) store.set(subject, { ...last, error: null }, schedule)
  })
  try {
    const outcome = await call(name, input, controller.signal, flowId)
    land({ outcome: shared(outcome), error: null })
    noteIfOfApi(input, outcome, held?.exchangeId ?? '')
    return outcome
  } catch (error) {
    land({ outcome: null, error: error instanceof Error ? error : new Error(String(error)) })
    throw error
  }
}

/** The answer of an API says whether it takes the token of the environment. */
function noteIfOfApi(input: CallInput<ActionName>, outcome: CallOutput<ActionName>, of: string): void {
  if (outcome.kind !== 'answered' || !('environmentId' in input) || input.environmentId === null) return
  void noteApiAnswer(input.environmentId, outcome, of)
}

/** An answer that issued a token holds all of it. Whether it is still held, main knows. */
function takeToken(client: QueryClient, outcome: CallOutput<ActionName> | null): void {
  if (outcome?.kind !== 'issued') return
  putToken(client, outcome.token)
  refreshSoon(client, 'tokens')
}
