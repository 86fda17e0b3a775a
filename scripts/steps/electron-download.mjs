import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inRoot } from '../support/paths.mjs'
import { toolchainNode } from '../support/processes.mjs'

const patience = 15_000

/**
 * Lets the package `electron` fetch its own binary. It writes below TMPDIR as bytes arrive, so a slow download is reported
 * from one that hangs: it is given up when nothing has arrived for 15 s.
 *
 * @returns {Promise<string | undefined>} why not; undefined when it is there
 */
export async function downloadElectron() {
  const temporary = mkdtempSync(path.join(tmpdir(), 'electron-download-'))
  try {
    return await new Promise((resolve) => {
      const child = spawn(toolchainNode, [inRoot('node_modules/electron/install.js')], {
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let errors = ''
      let size = 0
      let progressAt = Date.now()
      const watch = setInterval(() => {
        const now = sizeOf(temporary)
        if (now !== size) progressAt = Date.now()
        size = now
        if (Date.now() - progressAt > patience) child.kill('SIGKILL')
      }, 500)
      child.stderr.on('data', (chunk) => (errors += chunk))
      child.once('close', (code, signal) => {
        clearInterval(watch)
        if (code === 0) resolve(undefined)
        else resolve(signal === null ? errors.trim().split('\n')[0] : 'nothing arrived for 15 s')
      })
    })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(path.join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}
