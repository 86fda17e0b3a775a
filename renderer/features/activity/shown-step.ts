import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'

/** The step that a person chose; else the one in which something changed last; else the last in which a token was requested. */
export function shownStep({ steps, drift }: Activity, chosen: number | null): ActivityStep | null {
  const at = (time: number) => steps.find(({ startsAt, endsAt }) => time >= startsAt && time < endsAt)
  const byPerson = chosen === null ? undefined : at(chosen)
  const changed = drift.find(({ isExpected }) => !isExpected)
  const withChange = changed === undefined ? undefined : at(changed.at)
  return byPerson ?? withChange ?? steps.findLast(({ tokenRequests }) => tokenRequests > 0) ?? null
}
