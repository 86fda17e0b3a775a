import { utilityProcess } from 'electron'
import { later } from './later.ts'
import { superviseSandbox, type SandboxSupervisor } from './sandbox-supervisor.ts'

/** The built-in authorization server, in a separate process, so that the window goes on if it fails. */
export function createSandboxProcess(file: string, changed: () => void): SandboxSupervisor {
  return superviseSandbox({
    fork: (onMessage, onExit) => {
      const child = utilityProcess.fork(file, [], { serviceName: 'Sandbox' })
      child.on('message', onMessage)
      child.on('exit', onExit)
      return { kill: () => child.kill(), postMessage: (message) => child.postMessage(message) }
    },
    later,
    now: () => performance.now(),
    changed,
  })
}
