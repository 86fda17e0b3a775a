import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** Calls that send requests: they take time, can be cancelled, and leave an outcome that stays on screen. */
export type ActionName =
  | 'requestToken'
  | 'verifyToken'
  | 'openToken'
  | 'introspectToken'
  | 'revokeToken'
  | 'sendApiCall'
  | 'discover'
  | 'listKeys'
  | 'testSecretSource'

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

/** One run of an action. `subject` is what the answer belongs to: an environment, or one of its calls. */
export interface Run<Name extends ActionName> {
  name: Name
  subject: string
  input: CallInput<Name>
  of: string
  kept: (input: CallInput<Name>) => CallInput<Name>
}

const controllers = new Map<string, AbortController>()

const outcomeKey = (name: ActionName, subject: string) => ['outcome', name, subject] as const

const controllerKey = (name: ActionName, subject: string) => `${name}:${subject}`

/** Makes the call. What comes of it lands at its own subject, whichever is on screen by then. */
export async function perform<Name extends ActionName>(
  client: QueryClient,
  { name, subject, input, of, kept }: Run<Name>,
): Promise<CallOutput<Name>> {
  const controller = new AbortController()
  controllers.set(controllerKey(name, subject), controller)
  const land = (end: Pick<Done<Name>, 'outcome' | 'error'>) =>
    client.setQueryData<Done<Name>>(outcomeKey(name, subject), { input: kept(input), ...end, of, at: Date.now() })
  try {
    const outcome = await call(name, input, controller.signal)
    land({ outcome, error: null })
    return outcome
  } catch (error) {
    land({ outcome: null, error: error instanceof Error ? error : new Error(String(error)) })
    throw error
  }
}

export function cancelRun(name: ActionName, subject: string): void {
  controllers.get(controllerKey(name, subject))?.abort()
}

export function forgetOutcome(client: QueryClient, name: ActionName, subject: string): void {
  client.setQueryData(outcomeKey(name, subject), null)
}

/** What came of the last run for this subject, or null. It outlives the screen that shows it. */
export function useDone<Name extends ActionName>(name: Name, subject: string): Done<Name> | null {
  const { data } = useQuery<Done<Name> | null>({
    queryKey: outcomeKey(name, subject),
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? null
}
