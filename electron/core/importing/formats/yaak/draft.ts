import type { ImportNote } from '../../../../contract/import-note.ts'
import { mostApiHeaders } from '../../../../vocabulary/api-request-rules.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftVariable, ImportDraft, VariableSet } from '../../drafts/import-draft.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Grown } from '../support/forest.ts'
import { type Given, givensNamed, switchNamed, textNamed } from '../support/given.ts'
import { withInherited } from '../support/inherited-headers.ts'
import { nearestVariables } from '../support/nearest-variables.ts'
import { type Reader, readerOf } from '../support/reader.ts'
import { bracedName } from '../support/template.ts'
import { distinctSets, setsWithBase } from '../support/variable-sets.ts'
import { authenticationOf } from './authentication.ts'
import { callOf, headersOf, type Inherited } from './call.ts'
import { isBase, type Model, type YaakWorkspace } from './models.ts'
import { isSealed, ofYaak } from './yaak-template.ts'

/** A workspace as a draft: its requests with what they inherit, and its environments. */
export function draftOf({ version, workspace, children }: YaakWorkspace): ImportDraft {
  const notes: ImportNote[] = []
  const reader = readerOf(notes, ofYaak)
  const calls: DraftCall[] = []
  addCalls(calls, children, within(workspace, [], atRoot, reader, ''), reader)
  const environments = children.flatMap(({ item }) => (item.kind === 'environment' ? [item] : []))
  const base = environments.filter(({ members }) => isBase(members))
  const others = environments.filter(({ members }) => !isBase(members))
  /** The first schemas kept them in the workspace. */
  const ofWorkspace = variablesOf(workspace, reader)
  const shared = nearestVariables([...ofWorkspace, ...base.flatMap((environment) => variablesOf(environment, reader))])
  const sets = others.map((environment) => namedSet(environment, reader))
  const [first] = base
  return {
    format: 'yaak',
    version,
    name: textNamed(workspace.members, 'name'),
    clients: [],
    calls,
    variables: shared,
    variableSets: distinctSets(
      first === undefined
        ? sets
        : setsWithBase({ name: textNamed(first.members, 'name'), place: first.at() }, shared, sets),
    ),
    notes,
  }
}

const namedSet = (environment: Model, reader: Reader): VariableSet => ({
  name: textNamed(environment.members, 'name'),
  place: environment.at(),
  variables: variablesOf(environment, reader),
})

const atRoot: Inherited = { folders: [], authentication: null, headers: [], variables: [], followRedirects: null }

const protocols = new Map([
  ['grpc_request', 'gRPC'],
  ['websocket_request', 'WebSocket'],
])

function addCalls(calls: DraftCall[], models: readonly Grown<Model>[], inherited: Inherited, reader: Reader): void {
  for (const { item, children } of models) {
    const name = textNamed(item.members, 'name')
    const protocol = protocols.get(item.kind)
    if (protocol !== undefined) reader.note({ code: 'protocol_not_supported', evidence: { protocol } }, item.at(), name)
    if (item.kind === 'folder') {
      const folder = { ...inherited, folders: [...inherited.folders, name] }
      addCalls(calls, children, within(item, children, folder, reader, ''), reader)
    }
    if (item.kind !== 'http_request') continue
    if (calls.push(callOf(item, within(item, [], inherited, reader, name), reader)) > mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  }
}

/** What is in force in a workspace, folder or request, with the environment of the folder. */
function within(
  given: Given,
  children: readonly Grown<Model>[],
  inherited: Inherited,
  reader: Reader,
  call: string,
): Inherited {
  const name = call === '' ? textNamed(given.members, 'name') : ''
  const environments = children.flatMap(({ item }) => (item.kind === 'environment' ? variablesOf(item, reader) : []))
  noteCertificates(given, reader, call)
  return {
    folders: inherited.folders,
    authentication:
      authenticationOf(given, reader, inherited.folders.length === 0 ? '' : name, call) ?? inherited.authentication,
    headers: withInherited(headersOf(given, reader, call), inherited.headers).slice(0, mostApiHeaders + 1),
    variables:
      environments.length === 0 ? inherited.variables : nearestVariables([...inherited.variables, ...environments]),
    followRedirects: settingOf(given, 'settingFollowRedirects') ?? inherited.followRedirects,
  }
}

/** Of a workspace it is a boolean, else `{ enabled, value }`. */
function settingOf({ members }: Given, name: string): boolean | null {
  const value = memberNamed(members, name)
  if (!isMembers(value)) return switchNamed(members, name)
  return switchNamed(value, 'enabled') === false ? null : switchNamed(value, 'value')
}

function noteCertificates(given: Given, reader: Reader, call: string): void {
  const name = 'settingValidateCertificates'
  if (settingOf(given, name) === false)
    reader.note({ code: 'certificate_checks_off', evidence: {} }, given.at(name), call)
}

/** What only Yaak can decrypt is secret, and has no value here. */
const variablesOf = (given: Given, reader: Reader): DraftVariable[] =>
  givensNamed(given, 'variables').flatMap((variable): DraftVariable[] => {
    const { members, at } = variable
    const name = bracedName(textNamed(members, 'name'))
    if (name === '') return []
    if (switchNamed(members, 'enabled') === false) {
      reader.note({ code: 'variable_switched_off', evidence: { name } }, at())
      return []
    }
    const secret = isSealed(textNamed(members, 'value'))
    if (secret) reader.note({ code: 'encrypted_value', evidence: { name } }, at('value'))
    return [{ name, value: secret ? '' : reader.text(variable, 'value'), secret }]
  })
