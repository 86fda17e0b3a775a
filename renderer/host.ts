import type { CallName } from '../electron/contract/call-names.ts'
import type { CallInput, CallOutput, Reply } from '../electron/contract/calls.ts'
import type { Notice } from '../electron/contract/events.ts'

type Calls = { [Name in CallName]: (requestId: string, input: CallInput<Name>) => Promise<Reply<Name>> }

/** What the preload offers; nothing else of the host can be reached. */
interface Host extends Calls {
  cancel: (requestId: string) => void
  pathOfFile: (file: File) => string
  onNotice: (callback: (notice: Notice) => void) => () => void
}

declare global {
  interface Window {
    ccx: Host
  }
}

/** The call itself went wrong: bad input, or a bug. What a server answers is never an error here, but an outcome. */
export class CallError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Makes a call. An aborted signal cancels the request behind it; the outcome then says so. By its id it can be cancelled, and
 * notices say how the requests get on that it leads to.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
  requestId: string = crypto.randomUUID(),
): Promise<CallOutput<Name>> {
  const cancel = () => window.ccx.cancel(requestId)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const calls: Calls = window.ccx
    const reply: Reply<Name> = await calls[name](requestId, input)
    if (!reply.ok) throw new CallError(reply.code, reply.message)
    return reply.value
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

/** Cancels a call by its id, which may be one that was made before the window was loaded again. */
export const cancelCall = (requestId: string): void => window.ccx.cancel(requestId)

/** The path of a file that a person dropped; empty for what is no file of this computer. Nothing of it is read. */
export const pathOfFile = (file: File): string => window.ccx.pathOfFile(file)

export function onNotice(callback: (notice: Notice) => void): () => void {
  return window.ccx.onNotice(callback)
}
