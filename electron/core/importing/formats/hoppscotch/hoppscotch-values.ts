import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { listOf, textOf } from '../support/values.ts'

/** A text with `{{name}}` for each `<<name>>`. */
export const hoppText = (value: unknown): string => textOf(value).replaceAll(/<<([^<>{}]*)>>/g, '{{$1}}')

export interface HoppRow {
  key: string
  value: string
  enabled: boolean
  members: Members
}

/** Lists of `{ key, value, active }`. */
export const hoppRows = (value: unknown): HoppRow[] =>
  listOf(value).flatMap((row) =>
    isMembers(row)
      ? [
          {
            key: hoppText(memberNamed(row, 'key')),
            value: hoppText(memberNamed(row, 'value')),
            enabled: memberNamed(row, 'active') !== false,
            members: row,
          },
        ]
      : [],
  )

/** Whether a script has more in it than the line that new ones begin with. */
export const isScript = (value: unknown): boolean => !/^\s*(?:export \{\};?\s*)?$/.test(textOf(value))
