import { parseArgs } from 'node:util'
import { oneOf } from '../common/one-of.ts'
import { startSandbox } from '../sandbox/start.ts'
import { sandboxChanges } from '../vocabulary/sandbox-changes.ts'
import { interruptSignal } from './interrupt.ts'
import { describeSandbox } from './sandbox-text.ts'
import { say } from './say.ts'

const options = { json: { type: 'boolean', default: false }, change: { type: 'string', multiple: true } } as const

/** `ccx sandbox`: runs until it is asked to end. */
export async function sandbox(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const { change: names = [] } = values
  const changes = names.flatMap((name) => oneOf(sandboxChanges, name) ?? [])
  if (changes.length < names.length) {
    say(`Changes of the sandbox: ${sandboxChanges.join(' ')}`)
    return 2
  }
  const interrupt = interruptSignal()
  const { facts, change, close } = await startSandbox()
  change(changes)
  process.stdout.write(values.json ? `${JSON.stringify(facts)}\n` : describeSandbox(facts))
  if (!interrupt.aborted) await new Promise((resolve) => interrupt.addEventListener('abort', resolve, { once: true }))
  await close()
  if (!values.json) process.stdout.write('\nThe sandbox has ended.\n')
  return 0
}
