import type { Probe } from '../../vocabulary/review.ts'
import { changedToken } from './changed-token.ts'
import { introspectionOpen } from './introspection-open.ts'
import { missingScope } from './missing-scope.ts'
import { plainHttp } from './plain-http.ts'
import type { ProbeRunner } from './probe.ts'
import { published } from './published.ts'
import { rateLimit } from './rate-limit.ts'
import { revocation } from './revocation.ts'
import { wrongAudience } from './wrong-audience.ts'

export const runners: { readonly [Name in Probe]: ProbeRunner<Name> } = {
  published,
  introspection_open: introspectionOpen,
  wrong_audience: wrongAudience,
  changed_token: changedToken,
  missing_scope: missingScope,
  revocation,
  plain_http: plainHttp,
  rate_limit: rateLimit,
}
