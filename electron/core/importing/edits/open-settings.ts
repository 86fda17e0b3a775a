import { resolveText } from '../../../common/variables/resolve.ts'
import { editedSettingSchema } from '../../../contract/import-edits.ts'
import { type EnvironmentInput, environmentInputSchema } from '../../../contract/environment.ts'
import { judgedAgain, withOpenSetting } from '../drafts/open-setting.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import { messageOf, type SettingFault } from './setting-fault.ts'

/** Characters of a setting with its values in it. */
const mostSetting = 100_000

/**
 * The settings that wait for variables, with those that have a value now; the others stay open, but for those that a person
 * typed, which wait for nothing.
 */
export function filledSettings(
  read: ReadEnvironment,
  typed: ReadonlySet<string>,
  given: ReadonlyMap<string, string>,
): { value: EnvironmentInput; open: ReadEnvironment['open']; faults: SettingFault[] } {
  const open = read.open.filter(({ field }) => !typed.has(field))
  const faults: SettingFault[] = []
  if (given.size === 0 || open.length === 0) return { value: read.value, open, faults }
  const own = read.value.variables.flatMap(({ name, value }) => (value === '' ? [] : [[name, value] as const]))
  const values = new Map([...given, ...own])
  let { value } = read
  const stillOpen = open.filter(({ field, text }) => {
    const resolved = resolveText(text, (each) => each, values, mostSetting)
    if (resolved.missing.size > 0 || resolved.text === null) return true
    const changed = withOpenSetting(value, field, resolved.text)
    if (changed === null) faults.push(...faultOf(value, field, resolved.text))
    else value = changed
    return changed === null
  })
  return { value: value === read.value ? value : judgedAgain(value), open: stillOpen, faults }
}

function faultOf(value: EnvironmentInput, field: string, text: string): SettingFault[] {
  const parsed = environmentInputSchema.safeParse({ ...value, [field]: text })
  return isEditable(field) && !parsed.success ? [{ field, message: messageOf(parsed.error.issues, field) }] : []
}

const isEditable = (field: string): field is SettingFault['field'] => editedSettingSchema.safeParse(field).success
