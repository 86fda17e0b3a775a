import { parseArgs } from 'node:util'
import { startSandbox } from '../sandbox/start.ts'
import { interruptSignal } from './interrupt.ts'
import { describeSandbox } from './sandbox-text.ts'

/** `ccx sandbox`: runs until it is asked to end. */
export async function sandbox(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const interrupt = interruptSignal()
  const { facts, close } = await startSandbox()
  process.stdout.write(values.json ? `${JSON.stringify(facts)}\n` : describeSandbox(facts))
  if (!interrupt.aborted) await new Promise((resolve) => interrupt.addEventListener('abort', resolve, { once: true }))
  await close()
  if (!values.json) process.stdout.write('\nThe sandbox has ended.\n')
  return 0
}
