import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ImportFact, ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { withNearer } from '../support/nearest-variables.ts'
import { listOf, membersOf, textOf, titleOf } from '../support/values.ts'
import { readAuth, unsaidAuth } from './postman-auth.ts'
import { readCall, redirectsOf, type Scope } from './postman-call.ts'
import { scriptsIn } from './postman-scripts.ts'
import { tokenRequestsOf } from './script-token-request.ts'
import { readVariables } from './postman-variables.ts'

type Steps = readonly (string | number)[]

/** A file, and what leads to an item within it. */
export interface ItemPlace {
  file: ParsedFile
  steps: Steps
}

interface Level {
  items: readonly unknown[]
  next: number
  scope: Scope
  steps: Steps
}

/**
 * A collection of v2.0 or v2.1; `steps` lead to it within the file, and `placeOf` has the places of items that were elsewhere.
 *
 * @throws {ImportRefused}
 */
export function readCollection(
  collection: Members,
  file: ParsedFile,
  steps: Steps,
  placeOf: ReadonlyMap<unknown, ItemPlace> = new Map(),
): ImportDraft {
  const info = membersOf(memberNamed(collection, 'info'))
  const name = textOf(memberNamed(info, 'name')) || titleOf(file.path)
  const notes: ImportNote[] = []
  const clients: DraftClient[] = []
  const calls: DraftCall[] = []
  const ofScripts: DraftCall[] = []
  let scripts = 0

  const readScripts = (owner: Members, label: string, { file, steps }: ItemPlace): void => {
    const place = file.at(...steps, 'event')
    for (const script of scriptsIn(memberNamed(owner, 'event'))) {
      scripts += 1
      const found = tokenRequestsOf(script, label, place)
      ofScripts.push(...(found ?? []))
      if (found?.length === 0) continue
      notes.push({ fact: { code: 'token_request_in_script', evidence: { isRead: found !== null } }, place, call: '' })
    }
  }

  /** What holds below a collection or folder. */
  const scopeOf = (group: Members, above: Scope, { file, steps }: ItemPlace, label: string): Scope => {
    const place = file.at(...steps, 'auth')
    const auth = readAuth(memberNamed(group, 'auth'), label, place)
    if (auth?.authorization.kind === 'client') clients.push(auth.authorization.client)
    notes.push(...(auth?.facts ?? []).map((fact) => ({ fact, place, call: '' })))
    readScripts(group, label, { file, steps })
    return { ...above, auth: auth ?? above.auth, followRedirects: redirectsOf(group) ?? above.followRedirects }
  }

  const outermost: Scope = { folders: [], auth: unsaidAuth, variables: [], followRedirects: undefined }
  const levels: Level[] = [
    {
      items: listOf(memberNamed(collection, 'item')),
      next: 0,
      scope: scopeOf(collection, outermost, { file, steps }, name),
      steps,
    },
  ]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const index = level.next++
    if (index >= level.items.length) {
      levels.pop()
      continue
    }
    const item = level.items[index]
    const moved = placeOf.get(item)
    const at = moved ?? { file, steps: [...level.steps, 'item', index] }
    const place = at.file.at(...at.steps)
    if (!isMembers(item)) continue
    const label = textOf(memberNamed(item, 'name'))
    const items = memberNamed(item, 'item')
    if (Array.isArray(items)) {
      if (levels.length > mostImported.depth)
        throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
      const scope = scopeOf(item, level.scope, at, label)
      const own = readVariables(memberNamed(item, 'variable'), place)
      for (const one of own.notes) notes.push(one)
      levels.push({
        items: listOf(items),
        next: 0,
        scope: { ...scope, folders: [...scope.folders, label], variables: withNearer(scope.variables, own.variables) },
        steps: at.steps,
      })
      continue
    }
    if (!Object.hasOwn(item, 'request')) {
      notes.push({ fact: withoutRequest(item, label), place, call: '' })
      continue
    }
    if (calls.length === mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
    const read = readCall(item, level.scope, at, moved === undefined ? 'request' : null)
    calls.push(read.call)
    for (const one of read.notes) notes.push(one)
    readScripts(item, label, at)
  }

  const { variables, notes: ofVariables } = readVariables(
    memberNamed(collection, 'variable'),
    file.at(...steps, 'variable'),
  )
  for (const one of ofVariables) notes.push(one)
  if (scripts > 0)
    notes.push({ fact: { code: 'scripts_not_run', evidence: { count: scripts } }, place: file.at(...steps), call: '' })
  return {
    format: 'postman_collection',
    version: versionOf(info),
    name,
    clients,
    calls: [...calls, ...ofScripts],
    variables,
    variableSets: [],
    notes,
  }
}

/** `2.1` of `https://schema.getpostman.com/json/collection/v2.1.0/collection.json`. */
const versionOf = (info: Members): string =>
  /\/v(\d{1,3}\.\d{1,3})\.\d{1,3}\//.exec(textOf(memberNamed(info, 'schema')).slice(0, 500))?.[1] ?? ''

/** What is no HTTP is named by its protocol, such as `grpc-request`. */
function withoutRequest(item: Members, label: string): ImportFact {
  const protocol = textOf(memberNamed(item, 'protocol')).slice(0, 100)
  return protocol === ''
    ? { code: 'not_used', evidence: { name: label.slice(0, 200) } }
    : { code: 'protocol_not_supported', evidence: { protocol } }
}
