import { expect, test } from 'vitest'
import { superviseSandbox } from '../../electron/shell/sandbox-supervisor.ts'

const facts = {
  issuer: 'http://127.0.0.1:1',
  token_endpoint: 'http://127.0.0.1:1/token',
  introspection_endpoint: 'http://127.0.0.1:1/introspect',
  revocation_endpoint: 'http://127.0.0.1:1/revoke',
  jwks_uri: 'http://127.0.0.1:1/jwks',
  mtls_endpoint_aliases: {
    token_endpoint: 'https://127.0.0.1:3/token',
    introspection_endpoint: 'https://127.0.0.1:3/introspect',
    revocation_endpoint: 'https://127.0.0.1:3/revoke',
  },
  api: 'http://127.0.0.1:2',
  mtlsApi: 'https://127.0.0.1:4',
  resource: 'urn:sandbox:orders',
  ca: '',
  privateKey: '',
  otherPrivateKeys: { ES256: '', EdDSA: '' },
  clientCertificate: { certificate: '', key: '' },
  selfSignedCertificate: { certificate: '', key: '' },
  clients: [],
}

interface Child {
  say: (message: unknown) => void
  die: (code: number) => void
  killed: boolean
}

/** A supervisor whose processes and clock are moved by hand. */
function supervised() {
  const children: Child[] = []
  const said: unknown[] = []
  const timers = new Set<() => void>()
  const sandbox = superviseSandbox({
    fork: (say, die) => {
      const child = { say, die, killed: false }
      children.push(child)
      return { kill: () => (child.killed = true), postMessage: (message) => said.push(message) }
    },
    later: (run) => {
      timers.add(run)
      return () => timers.delete(run)
    },
    now: () => 0,
    changed: () => {},
  })
  const ring = (): void => {
    const due = Array.from(timers)
    timers.clear()
    for (const run of due) run()
  }
  return { sandbox, children, timers, ring, last: () => children.at(-1) }
}

test('a process that keeps dying is started five more times, then reported', () => {
  const { sandbox, children, ring, last } = supervised()
  sandbox.start()
  for (let death = 0; death < 5; death++) {
    last()?.die(1)
    expect(sandbox.status()).toEqual({ kind: 'starting' })
    ring()
  }
  last()?.die(1)
  expect(children).toHaveLength(6)
  expect(sandbox.status()).toEqual({ kind: 'failed', reason: 'Its process keeps ending (exit code 1).' })
})

test('a process that says nothing in time is ended and reported', () => {
  const { sandbox, ring, last } = supervised()
  sandbox.start()
  ring()
  expect(last()?.killed).toBe(true)
  expect(sandbox.status()).toMatchObject({ kind: 'failed' })
})

test.each([null, 'running', { kind: 'running' }, { kind: 'running', facts: { ...facts, extra: 1 } }])(
  'a message that is not understood is a failure: %j',
  (message) => {
    const { sandbox, last } = supervised()
    sandbox.start()
    last()?.say(message)
    expect(sandbox.status()).toMatchObject({ kind: 'failed' })
    expect(sandbox.facts()).toBeNull()
  },
)

test('its own failure is reported in its own words', () => {
  const { sandbox, last } = supervised()
  sandbox.start()
  last()?.say({ kind: 'failed', reason: 'no free port' })
  expect(sandbox.status()).toEqual({ kind: 'failed', reason: 'no free port' })
})

test('a late word or the exit of a process that was replaced changes nothing', () => {
  const { sandbox, children, last } = supervised()
  sandbox.start()
  sandbox.restart()
  expect(children[0]?.killed).toBe(true)
  last()?.say({ kind: 'running', facts })
  children[0]?.die(0)
  children[0]?.say({ kind: 'failed', reason: 'late' })
  expect(sandbox.status()).toEqual({ kind: 'running', issuer: facts.issuer, api: facts.api })
  expect(sandbox.facts()).toEqual(facts)
})

test('stop leaves no process and no timer behind', () => {
  const { sandbox, timers, last } = supervised()
  sandbox.start()
  sandbox.stop()
  expect(last()?.killed).toBe(true)
  last()?.die(0)
  expect(timers.size).toBe(0)
})
