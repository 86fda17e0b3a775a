import type { ImportFact } from '../../../../contract/import-note.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { entriesNamed, membersNamed, switchNamed, textNamed } from '../support/given.ts'
import { textOf } from '../support/values.ts'
import { templateText } from '../support/template.ts'
import { nameOf, ofNunjucks } from './nunjucks.ts'

interface Read {
  variables: DraftVariable[]
  facts: ImportFact[]
}

/** Where the app keeps encrypted values; templates name them `vault.name`. */
const vault = '__insomnia_vault'

/** Variables of an environment, or of a folder, whose data is in `data` or `environment`; those switched off are in neither. */
export function variablesOf(members: Members, data: 'data' | 'environment'): Read {
  const read: Read = { variables: [], facts: [] }
  const pairs = entriesNamed(members, 'kvPairData').map(({ entry }) => entry)
  const given = membersNamed(members, data)
  const hasData = Object.keys(given).length > 0
  const secret = new Set<string>()
  for (const pair of pairs) {
    const name = textNamed(pair, 'name')
    if (name === '') continue
    if (switchNamed(pair, 'enabled') === false)
      read.facts.push({ code: 'variable_switched_off', evidence: { name: nameOf([name]) } })
    else if (textNamed(pair, 'type') === 'secret') secret.add(name)
    else if (!hasData) addLeaves(read, memberNamed(pair, 'value'), [name])
  }
  for (const name of Object.keys(membersNamed(given, vault))) secret.add(name)
  for (const [name, value] of Object.entries(given)) if (name !== vault) addLeaves(read, value, [name])
  for (const sealed of secret) {
    const name = nameOf(['vault', sealed])
    read.variables.push({ name, value: '', secret: true })
    read.facts.push({ code: 'variable_without_value', evidence: { name } })
  }
  return read
}

/** Nested data has a variable for each value in it: `user.name`, `roles.0`. */
function addLeaves(read: Read, value: unknown, steps: readonly string[]): void {
  if (steps.length > mostImported.depth) {
    read.facts.push({ code: 'not_used', evidence: { name: nameOf(steps) } })
    return
  }
  if (Array.isArray(value))
    for (const [index, entry] of value.entries()) addLeaves(read, entry, [...steps, String(index)])
  else if (isMembers(value)) for (const [name, entry] of Object.entries(value)) addLeaves(read, entry, [...steps, name])
  else {
    const template = ofNunjucks(textOf(value))
    read.variables.push({ name: nameOf(steps), value: templateText(template), secret: false })
    read.facts.push(...template.facts)
  }
}
