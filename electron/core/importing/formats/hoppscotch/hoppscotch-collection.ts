import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftClient, ImportDraft, VariableSet } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { withInherited } from '../support/inherited-headers.ts'
import { withNearer } from '../support/nearest-variables.ts'
import { listOf, textOf, titleOf } from '../support/values.ts'
import { noHoppAuth, readHoppAuth } from './hoppscotch-auth.ts'
import { type HoppScope, readHoppCall, readHoppHeaders } from './hoppscotch-call.ts'
import { isScript } from './hoppscotch-values.ts'
import { readHoppVariables } from './hoppscotch-variables.ts'

type Steps = readonly (string | number)[]

/** A collection of any version with its folders; `steps` lead to it within the file. @throws {ImportRefused} */
export function readHoppCollection(
  collection: Members,
  file: ParsedFile,
  steps: Steps,
  variableSets: readonly VariableSet[],
): ImportDraft {
  const name = textOf(memberNamed(collection, 'name')) || titleOf(file.path)
  const notes: ImportNote[] = []
  const clients: DraftClient[] = []
  const calls: DraftCall[] = []
  let scripts = 0

  const countScripts = (owner: Members) => {
    scripts += ['preRequestScript', 'testScript'].filter((key) => isScript(memberNamed(owner, key))).length
  }

  const readGroup = (group: Members, above: HoppScope, at: Steps, depth: number) => {
    if (depth > mostImported.depth)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    const all = withData(group)
    const place = file.at(...at, 'auth')
    const auth = readHoppAuth(all, textOf(memberNamed(all, 'name')), place)
    if (auth?.authorization.kind === 'client') clients.push(auth.authorization.client)
    notes.push(...(auth?.facts ?? []).map((fact) => ({ fact, place, call: '' })))
    countScripts(all)
    const scope: HoppScope = {
      folders: above.folders,
      auth: auth ?? above.auth,
      headers: withInherited(
        readHoppHeaders(all).filter(({ enabled }) => enabled),
        above.headers,
      ),
      variables: depth === 0 ? [] : withNearer(above.variables, readHoppVariables(memberNamed(all, 'variables'))),
    }
    for (const [index, request] of listOf(memberNamed(all, 'requests')).entries()) {
      if (!isMembers(request)) continue
      if (calls.length === mostImported.calls)
        throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
      const read = readHoppCall(request, scope, file, [...at, 'requests', index])
      calls.push(read.call)
      for (const one of read.notes) notes.push(one)
      countScripts(request)
    }
    for (const [index, folder] of listOf(memberNamed(all, 'folders')).entries())
      if (isMembers(folder)) {
        const folders = [...scope.folders, textOf(memberNamed(folder, 'name'))]
        readGroup(folder, { ...scope, folders }, [...at, 'folders', index], depth + 1)
      }
  }

  readGroup(collection, { folders: [], auth: noHoppAuth, headers: [], variables: [] }, steps, 0)
  if (scripts > 0)
    notes.push({ fact: { code: 'scripts_not_run', evidence: { count: scripts } }, place: file.at(...steps), call: '' })
  const variables = readHoppVariables(memberNamed(withData(collection), 'variables'))
  const version = textOf(memberNamed(collection, 'v'))
  return { format: 'hoppscotch', version, name, clients, calls, variables, variableSets, notes }
}

/** Exports of a team have auth, headers and variables as a text of JSON in `data`. */
function withData(group: Members): Members {
  const data = memberNamed(group, 'data')
  if (typeof data !== 'string' || Object.hasOwn(group, 'auth')) return group
  try {
    const parsed: unknown = JSON.parse(data)
    return isMembers(parsed) ? { ...parsed, ...group } : group
  } catch {
    return group
  }
}
