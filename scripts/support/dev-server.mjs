import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer } from 'vite'
import { bundle } from './bundle-program.mjs'
import { inRoot } from './paths.mjs'
import { Remedy } from './step.mjs'

const [executable = '', app = ''] = process.argv.slice(2)
const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', app] : [app]

const server = await createServer({
  configFile: inRoot('vite.config.ts'),
  mode: 'renderer',
  server: { host: '127.0.0.1', port: 5173, hmr: { host: '127.0.0.1', protocol: 'ws' } },
})
await server.listen()
const origin = server.resolvedUrls?.local[0] ?? ''
console.log(`→ Window with hot reload from ${origin}; main is built again and restarted when electron/ changes.`)

/** @type {import('node:child_process').ChildProcess | undefined} */
let child
let restarting = false

async function restart() {
  if (restarting) return
  restarting = true
  try {
    for (const mode of ['main', 'preload', 'sandbox', 'backup', 'thread', 'assertions'])
      await bundle(mode, inRoot('dist'))
    if (child !== undefined) await end(child)
    child = spawn(executable, args, {
      stdio: 'inherit',
      env: { ...process.env, CCX_DEV_SERVER: new URL(origin).origin },
    })
    child.once('exit', (code) => {
      if (!restarting) void stop(code ?? 1)
    })
  } catch (error) {
    if (!(error instanceof Remedy)) throw error
    console.error(error.message)
  } finally {
    restarting = false
  }
}

/** @type {NodeJS.Timeout | undefined} */
let settled
const watcher = watch(inRoot('electron'), { recursive: true }, () => {
  clearTimeout(settled)
  settled = setTimeout(() => void restart(), 150)
})

/** @param {import('node:child_process').ChildProcess} program */
async function end(program) {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  await ended
}

/** @param {number} code */
async function stop(code) {
  watcher.close()
  clearTimeout(settled)
  restarting = true
  if (child !== undefined) await end(child)
  await server.close()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop(0))
await restart()
