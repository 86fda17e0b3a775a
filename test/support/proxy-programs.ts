import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePorts } from './free-ports.ts'

export interface ProxyProgram {
  port: number
  close: () => Promise<void>
}

/** What the tests through a proxy of Debian's miss; null when it is installed. */
export function missingProxy(program: 'tinyproxy' | 'microsocks'): string | null {
  return spawnSync(program, ['-h']).error === undefined ? null : `There is no ${program} here.`
}

/** An http proxy; `settings` are further lines of its configuration. */
export async function startTinyproxy(...settings: readonly string[]): Promise<ProxyProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ccx-tinyproxy-'))
  const file = path.join(folder, 'tinyproxy.conf')
  const program = await started(async (port) => {
    const lines = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 30', 'MaxClients 50', 'LogLevel Critical', ...settings]
    await writeFile(file, `${lines.join('\n')}\n`)
    return ['tinyproxy', '-d', '-c', file]
  })
  return {
    port: program.port,
    close: async () => {
      await program.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A SOCKS 5 proxy, with these options. */
export const startMicrosocks = (...options: readonly string[]): Promise<ProxyProgram> =>
  started(async (port) => ['microsocks', '-i', '127.0.0.1', '-p', port, ...options])

/** Another program may take the port before this one has it. */
async function started(commandFor: (port: string) => Promise<[string, ...string[]]>): Promise<ProxyProgram> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [port = ''] = await freePorts(1)
    const [program, ...options] = await commandFor(port)
    const child = spawn(program, options, { stdio: 'ignore' })
    if (await listens(child, Number(port))) return { port: Number(port), close: () => end(child) }
    await end(child)
  }
  throw new Error('The proxy did not start.')
}

async function listens(child: ChildProcess, port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    if (await accepts(port)) return true
    await wait(50)
  }
  return false
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
