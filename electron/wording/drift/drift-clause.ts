import type { Drift } from '../../contract/drift.ts'
import { timeSpan } from '../time-span.ts'
import { driftChangeText } from './drift-change.ts'

/** A few words beside a mark: `New key`, `Shorter lifetime`. */
export function driftMark({ kind, before, after, evidence }: Drift): string {
  switch (kind) {
    case 'signing_key':
      return 'New key'
    case 'algorithm':
      return 'New algorithm'
    case 'lifetime':
      return Number(after) < Number(before) ? 'Shorter lifetime' : 'Longer lifetime'
    case 'issuer':
      return 'New issuer'
    case 'audience':
      return 'New audience'
    case 'scopes_gained':
      return 'Scope gained'
    case 'scopes_lost':
      return 'Scope lost'
    case 'certificate_changed':
      return evidence['renewed'] === 'yes' ? 'Certificate renewed' : 'New certificate'
    case 'certificate_ends':
      return 'Certificate ends'
    case 'server_clock':
      return 'Clock off'
    case 'outage':
      return 'Outage'
    case 'latency':
      return 'Slow answers'
    case 'rate_limit':
      return 'Little left of the rate limit'
  }
}

/** What happened, in one clause that begins with a capital letter and has no full stop: `The lifetime fell from 86400 to 3600 s`. */
export function driftClause(drift: Drift): string {
  const { kind, before, after, evidence, endedAt, at } = drift
  switch (kind) {
    case 'signing_key':
      return 'New signing key'
    case 'algorithm':
      return `The signing algorithm changed from ${before ?? 'none'} to ${after ?? 'none'}`
    case 'lifetime':
      return `The lifetime ${Number(after) < Number(before) ? 'fell' : 'rose'} from ${before ?? 'unknown'} to ${after ?? 'unknown'} s`
    case 'issuer':
      return `The issuer changed to ${after ?? 'none'}`
    case 'audience':
      return `The audience changed to ${after ?? 'none'}`
    case 'scopes_gained':
      return `Granted in addition: ${evidence['scopes'] ?? after ?? ''}`
    case 'scopes_lost':
      return `No longer granted: ${evidence['scopes'] ?? before ?? ''}`
    case 'certificate_changed':
      return evidence['renewed'] === 'yes' ? 'The certificate was renewed' : 'The server has another certificate'
    case 'certificate_ends':
      return `The certificate ends on ${(after ?? '').slice(0, 10)}`
    case 'server_clock':
      return `The server's clock is ${driftChangeText(drift)}`
    case 'outage':
      return endedAt === null ? `${after ?? 'Several'} requests failed in a row` : `Outage of ${timeSpan(endedAt - at)}`
    case 'latency':
      return `Token requests take ${after ?? '?'} ms instead of ${before ?? '?'} ms`
    case 'rate_limit':
      return `${after ?? '?'} of ${before ?? '?'} requests are left of the rate limit`
  }
}
