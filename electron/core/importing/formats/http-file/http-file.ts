import type { ImportNote } from '../../../../contract/import-note.ts'
import { namedTexts } from '../../../../common/client-settings/read-dotenv.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { DraftCall, DraftClient, DraftVariable, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Importer } from '../importer.ts'
import { withoutAngles } from '../requests/angle-placeholders.ts'
import { titleOf } from '../support/values.ts'
import { authClients } from './auth-clients.ts'
import { environmentsOfFiles, isEnvironmentFile } from './environment-files.ts'
import { httpBlocks, type HttpBlock } from './http-blocks.ts'
import { httpCall } from './http-call.ts'
import { translated } from './http-variables.ts'

/**
 * `.http` and `.rest` files of VS Code, IntelliJ, Visual Studio and httpYac, with their environment files, as one collection; or as
 * one for each file where each requests its own token.
 */
export const httpFileImporter: Importer = {
  claim: (files) => {
    const asksDotenv = files.some((file) => isHttpFile(file) && /\{\{\s{0,9}\$dotenv\s/.test(file.text))
    return files.filter((file) => isHttpFile(file) || isEnvironmentFile(file) || (asksDotenv && isDotenv(file)))
  },
  read: (files) => (files.length > 1 && files.every(isWhole) ? files.map((file) => draftOf([file])) : [draftOf(files)]),
}

/** Whether a file requests a token itself, and needs no other file. */
const isWhole = (file: ParsedFile): boolean => isHttpFile(file) && /grant_type["']?\s{0,9}[=:]/.test(file.text)

/** The file that `{{$dotenv NAME}}` asks. */
const isDotenv = ({ path }: ParsedFile): boolean => /(?:^|\/)\.env$/.test(path)

/** A text without a name by its separators or a request in its first lines. */
function isHttpFile({ path, text, syntax }: ParsedFile): boolean {
  if (/\.(?:http|rest)$/i.test(path)) return true
  if (syntax === 'json' || !/(?:^|\/)[^./]*(?:\.te?xt)?$/i.test(path)) return false
  const first = text
    .slice(0, 5000)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^(?:#|\/\/|@)/.test(line))
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]{1,20}(?:https?:|\{\{|<|\/)/.test(first ?? '')
}

function draftOf(files: readonly ParsedFile[]): ImportDraft {
  const environmentFiles = files.filter((file) => isEnvironmentFile(file) && !isHttpFile(file))
  const dotenv = files.filter((file) => isDotenv(file) && !isHttpFile(file))
  const httpFiles = files.filter((file) => !environmentFiles.includes(file) && !dotenv.includes(file))
  const environments = environmentsOfFiles(environmentFiles)
  const { clients, variables: ofAuths, notes: authNotes } = authClients(environments.auths)
  const blocks = httpFiles.map((file) => ({ file, blocks: httpBlocks(file.text) }))
  const requests = new Set(blocks.flatMap((one) => one.blocks.flatMap(({ tags }) => tags.get('name') ?? [])))
  const notes: ImportNote[] = [...environments.notes, ...authNotes]
  const calls: DraftCall[] = []
  const shared = sharedVariables(blocks.map((one) => variablesOf(one.blocks, requests)))
  const ofDotenv = dotenv
    .flatMap(({ text }) => namedTexts(text))
    .map(({ name, text }) => ({ name, value: text, secret: false }))
  const variables = [...ofDotenv, ...environments.shared, ...shared.variables]
  const declared = [variables, ...shared.own, ...environments.sets.map((set) => set.variables)]
  const httpyac = { clients: new Map<string, DraftClient>(), names: new Set(declared.flat().map(({ name }) => name)) }
  for (const [index, { file, blocks: own }] of blocks.entries()) {
    const folders = httpFiles.length > 1 ? foldersOf(file.path) : []
    const context = { atLine: file.atLine, folders, requests, clients, httpyac }
    for (const block of own) {
      const { call, notes: found } = httpCall(block, context)
      for (const one of found) notes.push(one)
      if (call !== null) calls.push({ ...call, variables: shared.own[index] ?? [] })
      if (calls.length > mostImported.calls)
        throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
    }
    const count = own.reduce((sum, { scripts }) => sum + scripts.length, 0)
    const first = own.find(({ scripts }) => scripts.length > 0)?.request?.line ?? 1
    if (count > 0)
      notes.push({ fact: { code: 'scripts_not_run', evidence: { count } }, place: file.atLine(first), call: '' })
  }
  const [only] = httpFiles.length > 0 ? httpFiles : environmentFiles
  return {
    format: 'http_file',
    version: '',
    name: httpFiles.length === 1 ? titleOf(only?.path ?? '') : '',
    clients: [...clients.values()],
    calls,
    variables,
    variableSets: environments.sets.map(({ name, place, variables }) => ({
      name,
      place,
      variables: [...variables, ...(ofAuths.get(name) ?? [])],
    })),
    notes,
  }
}

/** Folders of a file, and the file as one. */
const foldersOf = (path: string): string[] =>
  path.split('/').map((part, index, all) => (index === all.length - 1 ? titleOf(part) : part))

function variablesOf(blocks: readonly HttpBlock[], requests: ReadonlySet<string>): DraftVariable[] {
  const found = new Map<string, DraftVariable>()
  for (const { variables } of blocks) {
    for (const { name, value } of variables) {
      if (!found.has(name))
        found.set(name, { name, value: withoutAngles(translated(value, requests).text), secret: false })
    }
  }
  return [...found.values()]
}

/** Variables that mean the same in each file, and those of one file alone. */
function sharedVariables(files: readonly (readonly DraftVariable[])[]): {
  variables: DraftVariable[]
  own: DraftVariable[][]
} {
  const values = new Map<string, DraftVariable | null>()
  for (const { name, ...rest } of files.flat()) {
    const known = values.get(name)
    values.set(name, known === undefined || known?.value === rest.value ? { name, ...rest } : null)
  }
  return {
    variables: [...values.values()].filter((one) => one !== null),
    own: files.map((variables) => variables.filter(({ name }) => values.get(name) === null)),
  }
}
