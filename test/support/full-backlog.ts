import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'

/** Listens for one connection at a time and never accepts any. */
const program = `require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () {
  require('node:fs').writeSync(1, String(this.address().port))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})`

/** A port of loopback where connecting hangs, because its queue is full. Linux only: others refuse what they cannot queue. */
export async function hangingPort(): Promise<{ port: number; close: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [text]: unknown[] = await once(child.stdout, 'data')
  const port = Number(String(text))
  const queued = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  if (queued[0]?.connecting === true) await once(queued[0], 'connect')
  return {
    port,
    close: async () => {
      for (const socket of queued) socket.destroy()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
