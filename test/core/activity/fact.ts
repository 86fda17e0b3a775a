import type { ActivityFact } from '../../../electron/core/activity/fact.ts'

/** A token request that was answered with a token for an hour. */
export const tokenRequest = (startedAt: number, more: Partial<ActivityFact> = {}): ActivityFact => ({
  id: `exchange-${startedAt}`,
  purpose: 'token',
  startedAt,
  totalMs: 80,
  status: 200,
  failure: null,
  phase: null,
  verdict: 'good',
  finding: null,
  fingerprint: `token-${startedAt}`,
  lifetime: 3600,
  scopeGranted: 'orders.read',
  request: 'request',
  isOfWatch: false,
  ...more,
})

/** A call that carried the token which was requested at a time. */
export const apiCall = (startedAt: number, requestedAt: number, more: Partial<ActivityFact> = {}): ActivityFact => ({
  ...tokenRequest(startedAt),
  purpose: 'api',
  fingerprint: `token-${requestedAt}`,
  lifetime: null,
  scopeGranted: null,
  ...more,
})
