import type { ApiCall } from '../../../../contract/api-call.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import type { Exported, ExportFile, ExportNote, ToolExport } from '../exporter.ts'
import { fileNames } from '../file-names.ts'
import { foldersOf, freeVariableName } from '../names.ts'
import { withOwnBraces } from '../own-braces.ts'
import { withoutPlace } from '../without-place.ts'
import { bruFile, isWritable, namesBlock, pairsBlock, textBlock } from './bru-text.ts'
import { authBlocks } from './bruno-auth.ts'
import { callFile } from './bruno-call.ts'
import { manifestText } from './bruno-manifest.ts'

/** A collection for each environment, in a folder of its name where there are several. */
export const brunoExporter = withOwnBraces({
  name: 'bruno',
  *parts(environments) {
    const nameOf = fileNames()
    for (const environment of environments) {
      const folder = environments.length === 1 ? '' : `${nameOf(environment.value.name)}/`
      yield collectionOf(environment, folder)
    }
  },
})

function collectionOf({ value, calls }: Exported, root: string): ToolExport {
  const secret = freeVariableName({ value, calls }, 'client_secret')
  const { blocks, facts } = authBlocks(value, secret)
  const notesOf = (call: string, facts: readonly ExportFact[]) =>
    facts.map((fact): ExportNote => ({ fact, environment: value.name, call }))
  const named = filesOf(calls, root)
  const plain = value.variables.filter((variable) => !variable.secret)
  const secrets = value.variables.filter((variable) => variable.secret).map(({ name }) => name)
  const hasSecret = blocks.some((block) => block.includes(`{{${secret}}}`))
  return {
    files: [
      { path: `${root}bruno.json`, text: manifestText(value) },
      { path: `${root}collection.bru`, text: bruFile(...blocks, textBlock('docs', value.notes)) },
      {
        path: `${root}environments/${fileNames()(value.name)}.bru`,
        text:
          bruFile(pairsBlock('vars', plain), namesBlock('vars:secret', hasSecret ? [...secrets, secret] : secrets)) ||
          'vars {\n}\n',
      },
      ...named.map(({ path, text }) => ({ path, text })),
    ],
    notes: [
      ...notesOf('', [...facts, ...withoutPlace(value)]),
      ...notesOf(
        '',
        plain
          .filter((variable) => !isWritable(variable))
          .map(({ name }) => ({ code: 'variable_not_kept', evidence: { name } }) as const),
      ),
      ...named.flatMap((file) => notesOf(file.call, file.facts)),
    ],
  }
}

interface CallFile extends ExportFile {
  call: string
  facts: readonly ExportFact[]
}

interface Folder {
  path: string
  nameOf: (name: string) => string
  /** Items that it has so far. */
  count: number
}

/** Names that files and folders of a collection have already. */
const taken = ['collection', 'folder', 'environments', 'bruno.json', 'node_modules']

/** Calls in folders; each folder with its file and its place among the others. */
function filesOf(calls: readonly ApiCall[], root: string): CallFile[] {
  const files: CallFile[] = []
  const folders = new Map<string, Folder>([['', { path: root, nameOf: fileNames(taken), count: 0 }]])
  const folderAt = (names: readonly string[]): Folder => {
    const key = names.join('/')
    const known = folders.get(key)
    if (known !== undefined) return known
    const above = folderAt(names.slice(0, -1))
    const name = names.at(-1) ?? ''
    const made = { path: `${above.path}${above.nameOf(name)}/`, nameOf: fileNames(taken), count: 0 }
    folders.set(key, made)
    const meta = [
      { name: 'name', value: name },
      { name: 'seq', value: String(++above.count) },
    ]
    const text = bruFile(pairsBlock('meta', meta), pairsBlock('auth', [{ name: 'mode', value: 'inherit' }]))
    files.push({ path: `${made.path}folder.bru`, text, call: '', facts: [] })
    return made
  }
  for (const call of calls) {
    const folder = folderAt(foldersOf(call.folder))
    const name = call.name || `${call.method} ${call.url}`.slice(0, 100)
    files.push({
      path: `${folder.path}${folder.nameOf(name)}.bru`,
      call: name,
      ...callFile(call, name, ++folder.count),
    })
  }
  return files
}
