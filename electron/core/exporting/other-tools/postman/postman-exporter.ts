import type { ApiCall } from '../../../../contract/api-call.ts'
import { variablesIn } from '../../../../vocabulary/variables.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import type { Exported, ExportNote, ToolExport } from '../exporter.ts'
import { fileNames } from '../file-names.ts'
import { foldersOf, freeVariableName } from '../names.ts'
import { withOwnBraces } from '../own-braces.ts'
import { withoutPlace } from '../without-place.ts'
import { authFacts, hasClientSecret, postmanAuth } from './postman-auth.ts'
import { itemFacts, postmanItem } from './postman-item.ts'

/**
 * A collection of v2.1 for each environment, with its variables in it: a colleague imports one file, chooses no environment of
 * Postman, and enters secrets where the collection lists its variables.
 *
 * @see https://schema.postman.com/json/collection/v2.1.0/
 */
export const postmanExporter = withOwnBraces({
  name: 'postman',
  *parts(environments) {
    const nameOf = fileNames()
    for (const environment of environments) yield collectionOf(environment, nameOf(environment.value.name))
  },
})

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

function collectionOf({ value, calls }: Exported, fileName: string): ToolExport {
  const isClient = value.token_endpoint !== ''
  const secret = isClient && hasClientSecret(value) ? freeVariableName({ value, calls }, 'client_secret') : null
  const collection = {
    info: { name: value.name, ...(value.notes === '' ? {} : { description: value.notes }), schema },
    item: itemsOf(calls),
    ...(isClient ? { auth: postmanAuth(value, secret) } : {}),
    variable: [
      ...value.variables.map((one) => ({ key: one.name, value: one.value, type: one.secret ? 'secret' : 'string' })),
      ...(secret === null ? [] : [{ key: secret, value: '', type: 'secret' }]),
    ],
  }
  const note = (fact: ExportFact, call: string): ExportNote => ({ fact, environment: value.name, call })
  return {
    files: [{ path: `${fileName}.postman_collection.json`, text: `${JSON.stringify(collection, null, 2)}\n` }],
    notes: [
      ...[...(isClient ? authFacts(value) : []), ...withoutPlace(value)].map((fact) => note(fact, '')),
      ...withoutValue({ value, calls }).map((name) => note({ code: 'variable_without_value', evidence: { name } }, '')),
      ...calls.flatMap((call) => itemFacts(call).map((fact) => note(fact, call.name))),
    ],
  }
}

interface Folder {
  name: string
  item: object[]
}

/** Calls in their folders, each folder where its first call is. */
function itemsOf(calls: readonly ApiCall[]): object[] {
  const root: Folder = { name: '', item: [] }
  const folders = new Map([['', root]])
  const folderAt = (names: readonly string[]): Folder => {
    const key = names.join('/')
    const known = folders.get(key)
    if (known !== undefined) return known
    const made = { name: names.at(-1) ?? '', item: [] }
    folderAt(names.slice(0, -1)).item.push(made)
    folders.set(key, made)
    return made
  }
  for (const call of calls) folderAt(foldersOf(call.folder)).item.push(postmanItem(call))
  return root.item
}

/** Variables that calls name and the environment does not have. */
function withoutValue({ value, calls }: Exported): string[] {
  const declared = new Set(value.variables.map(({ name }) => name))
  const used = new Set(calls.flatMap((call) => variablesIn(JSON.stringify(call))))
  return [...used].filter((name) => !declared.has(name))
}
