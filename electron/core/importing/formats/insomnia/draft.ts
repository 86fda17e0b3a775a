import type { ImportNote } from '../../../../contract/import-note.ts'
import { mostApiHeaders } from '../../../../vocabulary/api-request-rules.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { DraftCall, DraftVariable, ImportDraft, VariableSet } from '../../drafts/import-draft.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { type Given, switchNamed, textNamed } from '../support/given.ts'
import { textOf } from '../support/values.ts'
import { nearestVariables } from '../support/nearest-variables.ts'
import { type Reader, readerOf } from '../support/reader.ts'
import { authenticationOf } from './authentication.ts'
import { callOf, headersOf, type Inherited } from './call.ts'
import { variablesOf } from './environment-data.ts'
import { distinctSets, setsWithBase } from '../support/variable-sets.ts'
import { ofNunjucks } from './nunjucks.ts'
import { specificationsOf } from './specification.ts'
import type { BaseEnvironment, Item, Other, Workspace } from './workspace.ts'

/** A workspace as a draft; one without requests has those of its specification, from which they are made otherwise. */
export function draftsOf(workspace: Workspace): ImportDraft[] {
  const specifications = workspace.items.length === 0 ? specificationsOf(workspace.others) : []
  if (specifications.length === 0) return [draftOf(workspace)]
  const others = workspace.others.filter(({ kind }) => kind !== 'api_spec')
  return [draftOf({ ...workspace, others }), ...specifications]
}

/** Its requests with what they inherit, and its environments. */
function draftOf(workspace: Workspace): ImportDraft {
  const notes: ImportNote[] = []
  const reader = readerOf(notes, ofNunjucks)
  const inherited: Inherited = {
    folders: [],
    authentication: authenticationOf(workspace, reader, '', ''),
    headers: headersOf(workspace, reader, ''),
    variables: [],
  }
  const calls: DraftCall[] = []
  addCalls(calls, workspace.items, inherited, reader)
  useCertificate(calls, workspace.others)
  const sets = workspace.environments.map((environment) => setsOf(environment, reader))
  for (const other of workspace.others) noteOther(other, reader)
  const [only] = sets
  const hasOneBase = sets.length === 1 && only !== undefined && calls.length > 0
  return {
    format: 'insomnia',
    version: workspace.version,
    name: workspace.name,
    clients: [],
    calls,
    variables: hasOneBase ? only.shared : [],
    variableSets: distinctSets(hasOneBase ? only.sets : sets.flatMap((one) => withShared(one, workspace.name))),
    notes,
  }
}

function addCalls(calls: DraftCall[], items: readonly Item[], inherited: Inherited, reader: Reader): void {
  for (const item of items) {
    const { kind, name, at, protocol, scripts } = item
    const call = kind === 'folder' ? '' : name
    if (kind === 'other_protocol') {
      reader.note({ code: 'protocol_not_supported', evidence: { protocol } }, at(), call)
      continue
    }
    if (scripts > 0) reader.note({ code: 'scripts_not_run', evidence: { count: scripts } }, at(), call)
    const authentication =
      authenticationOf(item, reader, kind === 'folder' ? name : '', call) ?? inherited.authentication
    if (kind === 'folder')
      addCalls(calls, item.children, within(item, { ...inherited, authentication }, reader), reader)
    else if (calls.push(callOf(item, { ...inherited, authentication }, reader)) > mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  }
}

/** What is in a folder inherits its headers and variables; more than a call can have is of no use to it. */
function within(folder: Item, inherited: Inherited, reader: Reader): Inherited {
  const headers = headersOf(folder, reader, '')
  const { variables, facts } = variablesOf(folder.members, 'environment')
  for (const fact of facts) reader.note(fact, folder.at('environment'))
  return {
    folders: [...inherited.folders, folder.name],
    authentication: inherited.authentication,
    headers: headers.length === 0 ? inherited.headers : [...inherited.headers, ...headers].slice(0, mostApiHeaders + 1),
    variables: variables.length === 0 ? inherited.variables : nearestVariables([...inherited.variables, ...variables]),
  }
}

interface Sets {
  base: VariableSet
  shared: readonly DraftVariable[]
  sets: readonly VariableSet[]
}

/** The base environment is a stage as well where others replace a value of it. */
function setsOf(environment: BaseEnvironment, reader: Reader): Sets {
  const shared = read(environment, reader)
  const subs = environment.subEnvironments.map((sub) => ({
    name: sub.name,
    place: sub.at(),
    variables: read(sub, reader),
  }))
  const base: VariableSet = { name: environment.name, place: environment.at(), variables: [] }
  return { base, shared, sets: setsWithBase(base, shared, subs) }
}

function read({ members, at }: Given, reader: Reader): DraftVariable[] {
  const { variables, facts } = variablesOf(members, 'data')
  for (const fact of facts) reader.note(fact, at('data'))
  return variables
}

/** Of several bases, and of environments alone, each set has all its variables. */
function withShared({ base, shared, sets }: Sets, workspace: string): VariableSet[] {
  if (sets.length === 0 && shared.length === 0) return []
  return (sets.length === 0 ? [base] : sets).map(({ name, place, variables }) => ({
    name: isGeneric(name) && workspace !== '' ? workspace : name,
    place,
    variables: nearestVariables([...shared, ...variables]),
  }))
}

/** What Insomnia calls the base environment of every workspace. */
const isGeneric = (name: string): boolean => name === '' || /^base environment$/i.test(name)

/** The clients trust the first certificate that is switched on. */
function useCertificate(calls: readonly DraftCall[], others: readonly Other[]): void {
  const certificate = others.find(
    ({ kind, members }) => isCertificate(kind) && switchNamed(members, 'disabled') !== true,
  )
  const caFile = certificate === undefined ? '' : textNamed(certificate.members, 'path')
  if (caFile === '') return
  for (const { authorization } of calls)
    if (authorization.kind === 'client') authorization.client.settings.caFile = caFile
}

const isCertificate = (kind: string): boolean => kind === 'ca_certificate'

/** Notes what has no place here and says something. */
function noteOther({ kind, members, at }: Other, reader: Reader): void {
  const path = textNamed(members, 'path')
  if (isCertificate(kind) && path !== '') reader.note({ code: 'file_not_read', evidence: { name: path } }, at('path'))
  else if (kind !== '' && !isSilent(kind, members)) reader.note({ code: 'not_used', evidence: { name: kind } }, at())
}

/** An empty jar of cookies, an empty specification, and what is of use to other protocols only. */
function isSilent(kind: string, members: Members): boolean {
  const isEmpty = (name: string): boolean => {
    const value = memberNamed(members, name)
    return isMembers(value) || Array.isArray(value) ? Object.keys(value).length === 0 : textOf(value) === ''
  }
  if (kind === 'cookie_jar') return isEmpty('cookies')
  if (kind === 'api_spec') return isEmpty('contents') && isEmpty('file')
  return isCertificate(kind) || /^(?:proto_\w+|git_\w+|unit_test|mock_route|websocket_payload)$/.test(kind)
}
