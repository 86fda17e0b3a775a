import type { FailureCause } from '../../contract/activity.ts'
import type { ActivityFact } from './fact.ts'

type Ended = Pick<ActivityFact, 'verdict' | 'failure' | 'status' | 'finding'>

/** Whether it did not end as it should. What a person cancelled is no failure. */
export function isFailure({ verdict, failure, status }: Ended): boolean {
  if (failure === 'cancelled') return false
  return verdict === null ? failure !== null || (status ?? 0) >= 400 : verdict === 'failed'
}

/** What a failure was of: the first finding, else the way the connection ended, else the status. */
export function failureCause({ finding, failure, status }: Ended): FailureCause {
  if (finding !== null) return { kind: 'finding', code: finding }
  return failure === null ? { kind: 'status', status: status ?? 0 } : { kind: 'transport', code: failure }
}

/** The same for the same causes. */
export function causeKey(cause: FailureCause): string {
  return cause.kind === 'status' ? `status ${cause.status}` : `${cause.kind} ${cause.code}`
}
