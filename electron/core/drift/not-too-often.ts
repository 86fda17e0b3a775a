import type { Drift } from '../../contract/drift.ts'

/** Milliseconds in which the system says the same kind of change of an environment once. */
const quiet = 3_600_000

/** Leaves out what was said a short time ago: a server may change with each answer. `at` is the uptime in milliseconds. */
export function notTooOften(): (environmentId: string, drift: readonly Drift[], at: number) => Drift[] {
  const said = new Map<string, number>()
  return (environmentId, drift, at) =>
    drift.filter(({ kind }) => {
      const key = `${kind} ${environmentId}`
      if (at - (said.get(key) ?? -Infinity) < quiet) return false
      said.set(key, at)
      return true
    })
}
