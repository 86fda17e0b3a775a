import type { EditedSetting } from '../../../contract/import-edits.ts'

/** A setting that a person changed to what breaks a rule, in the words of the schema. */
export interface SettingFault {
  field: EditedSetting
  message: string
}

type Issues = readonly { path: readonly PropertyKey[]; message: string; errors?: readonly Issues[] }[]

/** An empty URL or one: what is wrong with it as a URL is what helps. */
export function messageOf(issues: Issues, field: string): string {
  const issue = issues.find(({ path }) => path[0] === field) ?? issues[0]
  const inner = issue?.errors?.at(-1)?.[0]
  return inner?.message ?? issue?.message ?? ''
}
