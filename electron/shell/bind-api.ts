import { callChannel, callNames, cancelChannel, type CallName } from '../contract/call-names.ts'
import type { z } from 'zod'
import type { Api, Reply } from '../contract/calls.ts'
import type { CallContext } from '../core/core-context.ts'
import { describeFault, describeIssues } from './fault.ts'

/** Calls of the window that may run at the same time; far above what a person can start. */
const maxRunning = 64

export interface Core {
  /** The schema of what goes into a call. */
  inputOf: (name: CallName) => Promise<z.ZodType>
  api: Api<CallContext>
}

/** What the binding needs of Electron's `ipcMain`. */
export interface Ipc<Event> {
  handle: (channel: string, listener: (event: Event, ...args: unknown[]) => Promise<Reply<CallName>>) => void
  on: (channel: string, listener: (event: Event, ...args: unknown[]) => void) => void
}

/**
 * Binds every call behind one sender check. A call is the envelope `[requestId, input]`; its id serves to cancel it, and
 * names the flow of requests that it leads to.
 * `core` is asked for with the first call, which waits for it.
 */
export function bindApi<Event>(ipc: Ipc<Event>, isTrusted: (event: Event) => boolean, core: () => Promise<Core>): void {
  const running = new Map<string, AbortController>()

  async function answer(name: CallName, envelope: unknown[]): Promise<Reply<CallName>> {
    const [requestId, input] = envelope
    if (!isRequestId(requestId) || envelope.length > 2) return refusal('invalid_input', 'This is not a call.')
    if (running.has(requestId)) return refusal('invalid_input', 'A call with this id is still running.')
    if (running.size >= maxRunning) return refusal('forbidden', `More than ${maxRunning} calls at the same time.`)
    const controller = new AbortController()
    running.set(requestId, controller)
    try {
      return await carryOut(await core(), name, input, { flowId: requestId, signal: controller.signal })
    } catch (error) {
      return refusal('internal', describeFault(error))
    } finally {
      running.delete(requestId)
    }
  }

  for (const name of callNames) {
    ipc.handle(callChannel(name), async (event, ...envelope) =>
      isTrusted(event) ? answer(name, envelope) : refusal('forbidden', 'Only the app’s own window may call.'),
    )
  }
  ipc.on(cancelChannel, (event, requestId) => {
    if (isTrusted(event) && isRequestId(requestId)) running.get(requestId)?.abort()
  })
}

async function carryOut(core: Core, name: CallName, input: unknown, context: CallContext): Promise<Reply<CallName>> {
  const schema = await core.inputOf(name)
  const parsed = schema.safeParse(input)
  if (!parsed.success) return refusal('invalid_input', describeIssues(parsed.error))
  // The seam: TypeScript cannot see that the schema and the function of one name belong together.
  return { ok: true, value: await Reflect.apply(core.api[name], core.api, [parsed.data, context]) }
}

function refusal(code: 'invalid_input' | 'forbidden' | 'internal', message: string): Reply<CallName> {
  return { ok: false, code, message }
}

function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64
}
