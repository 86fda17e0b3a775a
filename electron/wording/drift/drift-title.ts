import type { DriftKind } from '../../vocabulary/drift.ts'

/** What each kind of drift is about. */
export const driftTitles: Readonly<Record<DriftKind, string>> = {
  signing_key: 'Signing key',
  algorithm: 'Algorithm',
  lifetime: 'Lifetime',
  issuer: 'Issuer',
  audience: 'Audience',
  scopes_gained: 'Scopes gained',
  scopes_lost: 'Scopes lost',
  certificate_changed: 'Certificate',
  certificate_ends: 'Certificate',
  server_clock: 'Server clock',
  outage: 'Outage',
  latency: 'Latency',
  rate_limit: 'Rate limit',
}
