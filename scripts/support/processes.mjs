import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { inRoot, root } from './paths.mjs'

/** @typedef {import('node:child_process').SpawnOptions} Options */

/**
 * Runs a program to its end, with our own input and output, and hands the signals on to it, so that nothing outlives us.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} the exit code; 128 + n when signal n ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options })
    const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
    const stop = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    for (const signal of signals) process.on(signal, forward)
    child.once('error', (error) => {
      stop()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stop()
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program quietly and gives back what it printed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** The toolchain's own Node: the major that the app runs on, no matter which one the machine has. */
export const toolchainNode = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Runs a tool of node_modules, or a script of ours, under the toolchain's Node.
 *
 * @param {string} file below the root
 * @param {readonly string[]} [args]
 * @param {Options} [options]
 */
export const runTool = (file, args = [], options = {}) => run(toolchainNode, [inRoot(file), ...args], options)

/** npm as it started us, or as it is found. */
const npmFile = process.env['npm_execpath']
/** @type {readonly [string, readonly string[]]} */
const npmCommand = npmFile?.endsWith('.js') ? [process.execPath, [npmFile]] : ['npm', []]

/**
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export const npm = (args, options = {}) =>
  capture(npmCommand[0], [...npmCommand[1], ...args], {
    shell: npmFile === undefined && process.platform === 'win32',
    ...options,
  })
