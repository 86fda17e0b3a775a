import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { sandboxFactsSchema } from '../../electron/contract/sandbox.ts'

const entry = 'electron/sandbox/main.ts'

/** Stands for Electron's end of a utility process: its port, over Node's own channel. */
const port = `
  const port = new (await import('node:events')).EventEmitter()
  port.postMessage = (message) => process.send(message)
  process.on('message', (data) => port.emit('message', { data }))
  process.parentPort = port`

test('without a parent it says where it belongs and ends', async () => {
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  expect(await once(child, 'close')).toEqual([2, null])
  expect(printed).toContain('ccx sandbox')
})

test('it posts its facts to its parent, prints nothing, and ends when asked', async () => {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(port)}`, entry]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let printed = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  try {
    const [message]: unknown[] = await once(child, 'message')
    expect(message).toEqual({ kind: 'running', facts: expect.any(Object) })
    const facts = sandboxFactsSchema.parse(Reflect.get(Object(message), 'facts'))
    expect((await fetch(facts.jwks_uri)).status).toBe(200)
    const closed = once(child, 'close')
    child.send('close')
    expect(await closed).toEqual([0, null])
    expect(printed).toBe('')
  } finally {
    child.kill('SIGKILL')
  }
})
