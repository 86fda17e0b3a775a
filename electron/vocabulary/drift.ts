/** What is noticed between two runs. `outage` is a streak of failures, dated from its first to the next success. */
export const driftKinds = [
  'signing_key',
  'algorithm',
  'lifetime',
  'issuer',
  'audience',
  'scopes_gained',
  'scopes_lost',
  'certificate_changed',
  'certificate_ends',
  'server_clock',
  'outage',
  'latency',
  'rate_limit',
] as const
export type DriftKind = (typeof driftKinds)[number]
