import { setImmediate as pause } from 'node:timers/promises'
import type { ImportEdits } from '../../../contract/import-edits.ts'
import type { CarriedByEnvironment } from '../../shared-file/shared-file.ts'
import type { ReadEnvironment, ReadFile } from '../read-environments.ts'
import { withSecretsLeftOut } from './edited-secrets.ts'
import { withSettings } from './edited-settings.ts'
import { variableValues, withVariables } from './edited-variables.ts'
import { withoutUnused } from './unused-variables.ts'
import type { SettingFault } from './setting-fault.ts'

/** What was read, as a person changed it before it is taken. The file itself, which may be signed, stays as it was read. */
export interface EditedFile {
  environments: readonly ReadEnvironment[]
  carried: CarriedByEnvironment
  /** Settings that cannot be used, by environment. */
  faults: ReadonlyMap<string, readonly SettingFault[]>
  leftOut: ReadonlySet<string>
  /** Where calls without an environment go; null makes a new one. */
  targets: ReadonlyMap<string, string | null>
}

/** Environments that are changed between two breaths. */
const atOnce = 20

export async function editedFile(
  { environments, valuesNeeded }: ReadFile,
  carried: CarriedByEnvironment,
  edits: ImportEdits,
): Promise<EditedFile> {
  const callsLeftOut = new Set(edits.callsLeftOut)
  const settings = new Map(Object.entries(edits.settings))
  const values = variableValues(edits, environments, valuesNeeded)
  const kept = withSecretsLeftOut(carried, edits.secretsLeftOut)
  const faults = new Map<string, readonly SettingFault[]>()
  const changed: ReadEnvironment[] = []
  const secrets: [string, CarriedByEnvironment[string]][] = []
  for (const [index, read] of environments.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const filled = withVariables(read, kept.get(read.id) ?? {}, values)
    const edited = withSettings(filled.read, settings.get(read.id) ?? {}, values.all)
    if (edited.faults.length > 0) faults.set(read.id, edited.faults)
    const calls = callsLeftOut.size === 0 ? read.calls : read.calls.filter(({ id }) => !callsLeftOut.has(id))
    changed.push(await withoutUnused({ ...edited.read, calls }, edits.secretsLeftOut))
    if (Object.keys(filled.secrets).length > 0) secrets.push([read.id, filled.secrets])
  }
  return {
    environments: changed,
    carried: Object.fromEntries(secrets),
    faults,
    leftOut: new Set(edits.environmentsLeftOut),
    targets: new Map(Object.entries(edits.targets)),
  }
}
