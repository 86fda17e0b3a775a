import { keySetMinutes } from '../../vocabulary/key-set-age.ts'
import type { NoKeys } from '../token/verify/verification-keys.ts'
import type { Finding } from '../../contract/finding.ts'
import type { KeysUsed } from '../../contract/verification.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { singleFlight } from './single-flight.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import { readKeySet } from '../oauth/read-key-set.ts'
import type { FetchedKeySet, KeySet } from '../session.ts'
import type { Flow, WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import type { ResolveDeps } from '../environment/resolve-environment.ts'
import { nameOfKeySet } from './key-set-name.ts'
import { type PerformDeps, perform } from './perform.ts'
import { preparePublicRequest } from './public-request.ts'

export type KeySetDeps = ResolveDeps & PerformDeps & WithSession<'keySets' | 'keySetFlights'>

/** The two figures of jose's `createRemoteJWKSet`. Milliseconds. */
const maxAge = keySetMinutes * 60_000
const coolDown = 30_000
const maxSets = 50

/** Where a key set is, and whose requests go there. */
export interface KeySetPlace {
  environment: CurrentEnvironment
  url: string
}

/**
 * A kept set will do; one that is fetched now; or another one than a kept set that did not fit, which is fetched once and
 * then not again before the cool-down is over, no matter which tokens come.
 */
export type Wanted = { kind: 'kept' } | { kind: 'fresh' } | { kind: 'other_than'; set: KeySet }

/** `set` is null when there is none, and `reason` says why; else that is null. `exchangeId` is that of the fetch that happened now. */
export interface KeySetFound {
  set: KeySet | null
  reason: NoKeys | null
  findings: readonly Finding[]
  fetch: KeysUsed['fetch']
  exchangeId: string | null
}

/** The key set at a place, from memory or fetched. Who needs the same one at the same time shares one fetch. */
export async function findKeySet(
  deps: KeySetDeps,
  place: KeySetPlace,
  wanted: Wanted,
  flow: Flow,
): Promise<Prepared<KeySetFound>> {
  const { keySets, keySetFlights } = deps.session
  const name = nameOfKeySet(place)
  const kept = keySets.get(name)
  const asked = momentOf(deps)
  const isKept = kept !== undefined && isFresh(deps, kept.set)
  const running = keySetFlights.get(name)
  if (isKept && wanted.kind === 'kept') return inMemory(kept.set, 'cached')
  if (isKept && wanted.kind === 'other_than') {
    // Another verification brought a newer one meanwhile.
    if (kept.set !== wanted.set) return inMemory(kept.set, 'cached')
    const isCooling = kept.refetched !== null && elapsedSince(kept.refetched, deps) < coolDown
    if (running === undefined && isCooling) return inMemory(kept.set, 'cooling_down')
  }
  const fetched = await (running ?? start(deps, place, name, flow)).join(flow.signal)
  if (fetched === null) return { ok: true, value: nothing('keys_unreachable') }
  // One that was cancelled begins no cool-down.
  if (wanted.kind === 'other_than' && fetched.kind !== 'not_sent' && !flow.signal.aborted) {
    const newest = keySets.get(name)
    if (newest !== undefined) keySets.set(name, { ...newest, refetched: asked })
  }
  switch (fetched.kind) {
    case 'not_sent':
      return notPrepared(...fetched.problems)
    case 'failed': {
      const { reason, findings, exchangeId } = fetched
      return { ok: true, value: { ...nothing(reason), findings, exchangeId } }
    }
    case 'set': {
      const { set, exchangeId } = fetched
      const fetch = wanted.kind === 'other_than' ? 'refetched' : 'fetched'
      return { ok: true, value: { set, reason: null, findings: set.findings, fetch, exchangeId } }
    }
  }
}

const nothing = (reason: NoKeys | null): KeySetFound => ({
  set: null,
  reason,
  findings: [],
  fetch: 'none',
  exchangeId: null,
})

function inMemory(set: KeySet, fetch: KeysUsed['fetch']): Prepared<KeySetFound> {
  return { ok: true, value: { ...nothing(null), set, findings: set.findings, fetch } }
}

/** One from the future, by a clock that was set back, would have an age that nobody understands. */
function isFresh(deps: Pick<KeySetDeps, 'now' | 'uptime'>, { fetched }: KeySet): boolean {
  return fetched.now <= deps.now() && elapsedSince(fetched, deps) < maxAge
}

function start(deps: KeySetDeps, place: KeySetPlace, name: string, flow: Flow) {
  const { keySetFlights } = deps.session
  const flight = singleFlight(
    (signal) => fetchKeySet(deps, place, name, { ...flow, signal }),
    () => {
      if (keySetFlights.get(name) === flight) keySetFlights.delete(name)
    },
  )
  keySetFlights.set(name, flight)
  return flight
}

async function fetchKeySet(
  deps: KeySetDeps,
  { environment, url }: KeySetPlace,
  name: string,
  flow: Flow,
): Promise<FetchedKeySet> {
  const context = await preparePublicRequest(deps, environment, 'jwks', flow)
  if (!context.ok) return { kind: 'not_sent', problems: context.problems }
  const reading = await perform(deps, context.value, buildMetadataRequest(url), ({ transcript }) =>
    readKeySet(transcript),
  )
  // A set that was good stays: this failure may pass.
  if (reading.kind === 'failed') return reading
  const { keys, findings, exchangeId } = reading
  const fetched = momentOf(deps)
  const set = { keys, findings, fetchedAt: fetched.now, fetched }
  keep(deps, name, set)
  return { kind: 'set', set, exchangeId }
}

/** The set that was kept the longest makes room. */
function keep({ session: { keySets } }: WithSession<'keySets'>, name: string, set: KeySet): void {
  const refetched = keySets.get(name)?.refetched ?? null
  keySets.delete(name)
  keySets.set(name, { set, refetched })
  for (const oldest of keySets.keys()) if (keySets.size > maxSets) keySets.delete(oldest)
}
