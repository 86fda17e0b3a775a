import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { isRoot } from './unprivileged.ts'

/** Authorization servers that we did not write lie beside the repository, where they lie at all. */
const shared = path.resolve(import.meta.dirname, '../../../shared/servers')
/** Where they run: what one start installs, the next one finds. */
const running = path.resolve(import.meta.dirname, '../../.cache/servers')

export interface SharedServer {
  /** What its `start.sh` printed. */
  info: Record<string, unknown>
  /** The folder it runs in, with its keys and certificates. */
  folder: string
  stop: () => Promise<void>
}

/** What the tests against a server miss: the server itself, or the Debian program that it runs; null when nothing. */
export function missingServer(name: string, program: string | null = null): string | null {
  if (process.platform !== 'linux' || !existsSync(path.join(shared, name, 'start.sh'))) {
    return `${name} is not in ../shared/servers.`
  }
  if (program === null || isRoot || spawnSync('which', [program]).status === 0) return null
  return `There is no ${program} here, and only root may install it.`
}

/** Starts the server by its own script, which installs what it needs, on ports that `env` names. */
export async function startShared(name: string, env: Record<string, string>): Promise<SharedServer> {
  const folder = path.join(running, name)
  mkdirSync(running, { recursive: true })
  cpSync(path.join(shared, name), folder, { recursive: true })
  const run = (script: string) =>
    promisify(execFile)('bash', [path.join(folder, script)], {
      cwd: folder,
      env: { ...process.env, NODE: process.execPath, ...env },
      timeout: 170_000,
      maxBuffer: 1 << 20,
    })
  const { stdout } = await run('start.sh')
  const info: unknown = JSON.parse(stdout)
  if (typeof info !== 'object' || info === null) throw new Error(`${name} printed no facts.`)
  return {
    info: { ...info },
    folder,
    stop: async () => {
      await run('stop.sh')
    },
  }
}
