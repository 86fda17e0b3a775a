import type { Probe, ReviewCheckName } from '../vocabulary/review.ts'

/** Probes that say more of what a check looks at. */
export const probesOfCheck: Readonly<Partial<Record<ReviewCheckName, readonly Probe[]>>> = {
  plain_http: ['plain_http'],
  wrong_audience: ['wrong_audience'],
  changed_token: ['changed_token'],
  introspection_protected: ['introspection_open'],
  revocation_effect: ['revocation'],
  rate_limit: ['rate_limit'],
  missing_scope: ['missing_scope'],
  server_keys: ['published'],
  metadata: ['published'],
}
