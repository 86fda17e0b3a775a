import type { Page } from '@playwright/test'
import type { CallInput, CallOutput, Reply } from '../../electron/contract/calls.ts'
import type { CallName } from '../../electron/contract/call-names.ts'

/** Makes a call as the window's own code does; fails when main refuses to answer it. */
export async function call<Name extends CallName>(
  window: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply: Reply<Name> = await window.evaluate(
    ([called, given]) => Reflect.get(globalThis, 'ccx')[called](crypto.randomUUID(), given),
    [name, input] as const,
  )
  if (reply.ok) return reply.value
  throw new Error(`${name}: ${reply.message}`)
}
