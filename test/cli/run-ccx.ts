import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** What one start compiles, the next one finds: reading the whole source costs more than what it then does. */
const NODE_COMPILE_CACHE = '.cache/compiled'

/** The command line as its own process, from source, without colours unless `environment` asks for them. */
export function startCcx(
  args: string[],
  environment: Record<string, string> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  return spawn(process.execPath, ['electron/cli/ccx.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_COMPILE_CACHE, ...environment },
  })
}

export async function runCcx(args: string[], environment: Record<string, string> = {}): Promise<Finished> {
  const child = startCcx(args, environment)
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}
