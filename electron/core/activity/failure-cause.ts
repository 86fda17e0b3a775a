import type { FailureCause } from '../../contract/activity.ts'
import type { ActivityFact } from './fact.ts'

type Ended = Pick<ActivityFact, 'verdict' | 'failure' | 'phase' | 'status' | 'finding'>

/** Whether it did not end as it should. What a person cancelled is no failure. */
export function isFailure({ verdict, failure, status }: Ended): boolean {
  if (failure === 'cancelled') return false
  return verdict === null ? failure !== null || (status ?? 0) >= 400 : verdict === 'failed'
}

/** What a failure was of: the first finding, else the way the connection ended, else the status. */
export function failureCause({ finding, failure, phase, status }: Ended): FailureCause {
  if (finding !== null) return { kind: 'finding', code: finding }
  if (failure === null) return { kind: 'status', status: status ?? 0 }
  return { kind: 'transport', code: failure, phase: failure === 'timeout' ? phase : null }
}

/** The same for the same causes. */
export function causeKey(cause: FailureCause): string {
  switch (cause.kind) {
    case 'finding':
      return `finding ${cause.code}`
    case 'transport':
      return `transport ${cause.code} ${cause.phase ?? ''}`
    case 'status':
      return `status ${cause.status}`
  }
}
