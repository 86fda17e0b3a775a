import { newEnvironment } from '../../../catalogue/new-environment.ts'
import { environmentInputSchema, type EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'

/** The environment with every setting that breaks a rule of this app left out, and what was. */
export function validSettings(value: EnvironmentInput): { value: EnvironmentInput; facts: ImportFact[] } {
  const whole = environmentInputSchema.safeParse(value)
  if (whole.success) return { value: whole.data, facts: [] }
  const facts: ImportFact[] = []
  const faults = new Map(whole.error.issues.map(({ path, message }) => [String(path[0]), message]))
  const kept = Object.entries(value).map(([field, given]): [string, unknown] => {
    const problem = faults.get(field)
    if (problem === undefined) return [field, given]
    facts.push({ code: 'value_left_out', evidence: { field, problem } })
    return [field, Object.entries(newEnvironment).find(([name]) => name === field)?.[1]]
  })
  const again = environmentInputSchema.safeParse({ ...Object.fromEntries(kept), name: value.name || '?' })
  return { value: again.success ? again.data : { ...newEnvironment, name: '?' }, facts }
}
