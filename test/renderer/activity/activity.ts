import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import type { Drift } from '../../../electron/contract/drift.ts'

export const hour = 3_600_000
const from = new Date(2026, 10, 26).getTime()

export const step = (index: number, more: Partial<ActivityStep> = {}): ActivityStep => ({
  startsAt: from + index * hour,
  endsAt: from + (index + 1) * hour,
  median: null,
  p95: null,
  tokenRequests: 0,
  tokensIssued: 0,
  failures: 0,
  calls: 0,
  lifetime: null,
  scopeGranted: null,
  ...more,
})

export const drift = (at: number, more: Partial<Drift> = {}): Drift => ({
  id: `drift-${at}`,
  environmentId: 'environment-1',
  kind: 'signing_key',
  at,
  endedAt: null,
  before: 'k1',
  after: 'k2',
  evidence: {},
  exchangeId: 'exchange-2',
  beforeExchangeId: 'exchange-1',
  isExpected: false,
  ...more,
})

export const activity = (steps: readonly ActivityStep[], more: Partial<Activity> = {}): Activity => ({
  range: '24h',
  from: steps[0]?.startsAt ?? from,
  to: steps.at(-1)?.endsAt ?? from,
  steps,
  median: null,
  p95: null,
  tokenRequests: 0,
  tokensIssued: 0,
  calls: 0,
  failures: 0,
  causes: [],
  perToken: [],
  caching: 'unknown',
  requestedEarly: 0,
  lifetimes: [],
  scopes: [],
  lastBefore: null,
  notIndexed: 0,
  isRecorded: true,
  drift: [],
  ...more,
})
