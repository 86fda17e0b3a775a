import type { SandboxFacts, SandboxStatus } from '../contract/sandbox.ts'
import type { SandboxPort } from '../core/ports.ts'
import type { SandboxChange } from '../vocabulary/sandbox-changes.ts'
import { createBudget } from './budget.ts'
import { sandboxMessageSchema } from './sandbox-message.ts'

/** Milliseconds that the sandbox may take until it says something. */
const startLimit = 20_000
/** Milliseconds until a dead one is started again, times the deaths within the last minute. */
const backOff = 500

/** One process of the sandbox. The supervisor hears of it through the two functions given to `fork`. */
export interface SandboxChild {
  kill: () => void
  postMessage: (message: unknown) => void
}

export interface SandboxHost {
  fork: (onMessage: (message: unknown) => void, onExit: (code: number) => void) => SandboxChild
  later: (run: () => void, milliseconds: number) => () => void
  now: () => number
  changed: () => void
}

export interface SandboxSupervisor extends SandboxPort {
  start: () => void
  stop: () => void
}

/**
 * Keeps the sandbox running: a process that dies is started again, up to five times a minute. Its failure is a status,
 * never an exception.
 */
export function superviseSandbox(host: SandboxHost): SandboxSupervisor {
  let status: SandboxStatus = { kind: 'starting' }
  let facts: SandboxFacts | null = null
  let changes: readonly SandboxChange[] = []
  let say: SandboxChild['postMessage'] = () => {}
  let mayDie = createBudget(5, 60_000, host.now)
  /** Ends what runs or is about to. */
  let end = (): void => {}

  function become(next: SandboxStatus, nextFacts: SandboxFacts | null): void {
    status = next
    facts = nextFacts
    host.changed()
  }

  function begin(): void {
    mayDie = createBudget(5, 60_000, host.now)
    launch()
    become({ kind: 'starting' }, null)
  }

  function launch(): void {
    end()
    let current = true
    const child = host.fork(
      (message) => current && hear(message),
      (code) => current && died(code),
    )
    // A process begins as usual.
    changes = []
    say = child.postMessage
    const cancelLimit = host.later(() => fail('It did not start within 20 seconds.'), startLimit)
    end = () => {
      current = false
      cancelLimit()
      child.kill()
    }

    function hear(message: unknown): void {
      cancelLimit()
      const parsed = sandboxMessageSchema.safeParse(message)
      if (!parsed.success) fail('Its process said something that is not understood.')
      else if (parsed.data.kind === 'failed') fail(parsed.data.reason)
      else become({ kind: 'running', issuer: parsed.data.facts.issuer, api: parsed.data.facts.api }, parsed.data.facts)
    }
  }

  function fail(reason: string): void {
    end()
    become({ kind: 'failed', reason }, null)
  }

  function died(code: number): void {
    end()
    const deaths = mayDie()
    if (deaths === null)
      return become({ kind: 'failed', reason: `Its process keeps ending (exit code ${code}).` }, null)
    end = host.later(launch, backOff * deaths)
    become({ kind: 'starting' }, null)
  }

  return {
    status: () => status,
    facts: () => facts,
    start: begin,
    restart: begin,
    stop: () => end(),
    changes: () => changes,
    change: (wanted) => {
      if (status.kind !== 'running') return
      changes = wanted
      say({ kind: 'change', changes })
      host.changed()
    },
  }
}
