import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { ImportDraft, VariableSet } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Importer } from '../importer.ts'
import { listOf, textOf, titleOf } from '../support/values.ts'
import { readHoppCollection } from './hoppscotch-collection.ts'
import { readHoppVariables } from './hoppscotch-variables.ts'

/** Collections and environments of every version, alone or as lists. @see https://github.com/hoppscotch/hoppscotch packages/hoppscotch-data */
export const hoppscotchImporter: Importer = {
  claim: (files) => files.filter((file) => file.syntax === 'json' && documentsOf(file).length > 0),
  read: (files) => {
    const documents = files.flatMap(documentsOf)
    const variableSets = documents.filter(({ value }) => isEnvironment(value)).map(setOf)
    const drafts = documents
      .filter(({ value }) => isCollection(value))
      .map(({ file, value, steps }) => readHoppCollection(value, file, steps, variableSets))
    return drafts.length > 0 ? drafts : [ofSets(variableSets)]
  },
}

interface HoppDocument {
  file: ParsedFile
  value: Members
  steps: readonly (string | number)[]
}

/** Exports are one object or a list of them; all of a list have to be known. */
function documentsOf(file: ParsedFile): HoppDocument[] {
  const { value } = file
  if (isMembers(value)) return isKnown(value) ? [{ file, value, steps: [] }] : []
  const items = listOf(value)
  return items.every(isKnown)
    ? items.flatMap((item, index) => (isMembers(item) ? [{ file, value: item, steps: [index] }] : []))
    : []
}

const isKnown = (value: unknown): boolean => isMembers(value) && (isCollection(value) || isEnvironment(value))

/** Collections of Postman's v1 have an order besides. */
const isCollection = (value: Members): boolean =>
  typeof memberNamed(value, 'name') === 'string' &&
  Array.isArray(memberNamed(value, 'folders')) &&
  Array.isArray(memberNamed(value, 'requests')) &&
  !Object.hasOwn(value, 'order')

const isEnvironment = (value: Members): boolean => {
  const variables = memberNamed(value, 'variables')
  return (
    typeof memberNamed(value, 'name') === 'string' &&
    Array.isArray(variables) &&
    !Object.hasOwn(value, 'requests') &&
    (Object.hasOwn(value, 'v') || variables.length > 0) &&
    listOf(variables).every((row) => isMembers(row) && typeof memberNamed(row, 'key') === 'string')
  )
}

const setOf = ({ file, value, steps }: HoppDocument): VariableSet => ({
  name: textOf(memberNamed(value, 'name')) || titleOf(file.path),
  place: file.at(...steps),
  variables: readHoppVariables(memberNamed(value, 'variables')),
})

const ofSets = (variableSets: readonly VariableSet[]): ImportDraft => ({
  format: 'hoppscotch',
  version: '',
  name: variableSets[0]?.name ?? '',
  clients: [],
  calls: [],
  variables: [],
  variableSets,
  notes: [],
})
