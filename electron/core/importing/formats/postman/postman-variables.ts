import type { ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { textOf, textOrJson } from '../support/values.ts'
import { memberNamed } from '../../../json/json-members.ts'
import { lastOfEach } from '../support/nearest-variables.ts'
import { rowsOf } from './postman-values.ts'

/** The variables of a list that are switched on; the later one of the same name holds. The others are noted. */
export function readVariables(value: unknown, place: ImportPlace): { variables: DraftVariable[]; notes: ImportNote[] } {
  const rows = rowsOf(value).filter(({ key }) => key !== '')
  const variables = rows
    .filter(({ enabled }) => enabled)
    .map((row) => ({
      name: row.key,
      value: textOrJson(row.value),
      secret: textOf(memberNamed(row.members, 'type')) === 'secret' || memberNamed(row.members, 'secret') === true,
    }))
  const notes = rows
    .filter(({ enabled }) => !enabled)
    .map(({ key }): ImportNote => ({
      fact: { code: 'variable_switched_off', evidence: { name: key } },
      place,
      call: '',
    }))
  return { variables: lastOfEach(variables), notes }
}
