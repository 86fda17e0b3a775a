import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { Buffer } from 'node:buffer'
import type { Headers } from '../../electron/contract/exchange.ts'
import { open } from './transport-servers.ts'

export interface Recorded {
  method: string
  path: string
  /** As received, byte for byte as Latin-1. */
  headers: Headers
  body: Buffer
}

export interface Recorder {
  url: string
  port: number
  /** What came since the last time. */
  take: () => Recorded[]
  close: () => Promise<void>
}

/** An HTTP server on loopback that keeps what it is sent, and answers 200; with TLS when it is given options for it. */
export async function recorder(tls: ServerOptions | null = null): Promise<Recorder> {
  let recorded: Recorded[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', rawHeaders } = request
      recorded.push({ method, path, headers: pairs(rawHeaders), body: Buffer.concat(chunks) })
      response.end('answered')
    })
  }
  const { port, close } = await open(tls === null ? createServer(listener) : createTlsServer(tls, listener))
  const take = () => {
    const taken = recorded
    recorded = []
    return taken
  }
  return { url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`, port, take, close }
}

function pairs(raw: readonly string[]): Headers {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}

/** Shells, and how each is given a command: as an argument, as its input, or as if it were pasted. */
const invocations = {
  dash: { file: 'dash', args: (command: string) => ['-c', command], input: () => '' },
  'dash that reads': { file: 'dash', args: () => ['-s'], input: (command: string) => command },
  bash: { file: 'bash', args: (command: string) => ['-c', command], input: () => '' },
  // With history expansion.
  'bash, pasted': {
    file: 'bash',
    args: () => ['--norc', '--noprofile', '-i'],
    input: (command: string) => `${command}\nexit\n`,
  },
} as const

export type Shell = keyof typeof invocations
export const shells: readonly Shell[] = ['dash', 'dash that reads', 'bash', 'bash, pasted']

/** Runs a command where neither files nor variables of ours are, and a proxy that nobody should use is set. */
export async function run(shell: Shell, command: string): Promise<{ output: string; errors: string }> {
  const { file, args, input } = invocations[shell]
  const child = spawn(file, args(command), {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      HISTFILE: '/dev/null',
      LANG: 'C.UTF-8',
      http_proxy: 'http://127.0.0.1:9',
    },
    timeout: 10_000,
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input(command))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, errors }
}
