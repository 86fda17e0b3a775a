import { newEnvironment } from '../../../../catalogue/new-environment.ts'
import type { ApiCall } from '../../../../contract/api-call.ts'
import type { EnvironmentInput } from '../../../../contract/environment.ts'
import type { Exported, Exporter, ExportFact, ExportFile, ExportNote, ToolExport } from '../exporter.ts'
import { fileNames } from '../file-names.ts'
import { bruFile, isWritable, namesBlock, pairsBlock, textBlock } from './bru-text.ts'
import { authBlocks } from './bruno-auth.ts'
import { callFile } from './bruno-call.ts'
import { manifestText } from './bruno-manifest.ts'

/** A collection for each environment, in a folder of its name where there are several. */
export const brunoExporter: Exporter = {
  name: 'bruno',
  export: (environments) => {
    const nameOf = fileNames()
    const written = environments.map((environment) => {
      const folder = environments.length === 1 ? '' : `${nameOf(environment.value.name)}/`
      return collectionOf(environment, folder)
    })
    return { files: written.flatMap(({ files }) => files), notes: written.flatMap(({ notes }) => notes) }
  },
}

function collectionOf({ value, calls }: Exported, root: string): ToolExport {
  const secret = freeName(value, 'client_secret')
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

/** A name that no variable has. */
function freeName({ variables }: EnvironmentInput, wanted: string): string {
  const names = new Set(variables.map(({ name }) => name))
  let name = wanted
  for (let count = 2; names.has(name); count++) name = `${wanted}_${count}`
  return name
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
    const folder = folderAt(call.folder.split('/').flatMap((name) => name.trim() || []))
    const name = call.name || `${call.method} ${call.url}`.slice(0, 100)
    files.push({
      path: `${folder.path}${folder.nameOf(name)}.bru`,
      call: name,
      ...callFile(call, name, ++folder.count),
    })
  }
  return files
}

/** What requests need, differs from a new environment, and has no place in Bruno; stage, provider and folder are for people alone. */
function withoutPlace(value: EnvironmentInput): ExportFact[] {
  const { network } = value
  const none = newEnvironment.network
  const isSet: Readonly<Record<string, boolean>> = {
    issuer: value.issuer !== '',
    introspection_endpoint: value.introspection_endpoint !== '',
    revocation_endpoint: value.revocation_endpoint !== '',
    jwks_uri: value.jwks_uri !== '',
    mtls_endpoint_aliases: value.mtls_endpoint_aliases.token_endpoint !== '',
    'network.ca': network.ca !== '' || network.caFile !== '',
    'network.clientCertificate.certificate': network.clientCertificate.certificate !== '',
    'network.timeLimits': JSON.stringify(network.timeLimits) !== JSON.stringify(none.timeLimits),
    'network.acceptedCertificate': network.acceptedCertificate !== '',
    secretSources: Object.keys(value.secretSources).length > 0,
  }
  const fields = Object.keys(isSet).filter((field) => isSet[field] === true)
  return [
    ...fields.map((field) => ({ code: 'setting_not_kept', evidence: { field } }) as const),
    ...(value.dpop.enabled ? [{ code: 'dpop_not_kept', evidence: { alg: value.dpop.alg } } as const] : []),
  ]
}
