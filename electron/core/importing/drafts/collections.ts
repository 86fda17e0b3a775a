import type { ApiBody } from '../../../contract/api-call.ts'
import type { DraftVariable, ImportDraft, VariableSet } from './import-draft.ts'

/** What belongs together: drafts of variables alone hold for the collections that were given with them. */
export function collectionsOf(drafts: readonly ImportDraft[]): readonly ImportDraft[] {
  const isAlone = ({ clients, calls }: ImportDraft) => clients.length + calls.length === 0
  const collections = withOnlyClient(drafts.filter((draft) => !isAlone(draft)))
  const alone = drafts.filter(isAlone)
  if (collections.length === 0) return alone.map(withoutCommon)
  const sets = alone.flatMap(({ variableSets }) => variableSets)
  const variables = alone.flatMap((draft) => draft.variables)
  const notes = alone.flatMap((draft) => draft.notes)
  const withAll = (draft: ImportDraft, index: number): ImportDraft => ({
    ...draft,
    variables: [...variables, ...draft.variables],
    variableSets: merged([...draft.variableSets, ...sets]),
    notes: index === 0 ? [...draft.notes, ...notes] : draft.notes,
  })
  return collections.map(withAll)
}

/** Variables without a set are one. */
function withoutCommon(draft: ImportDraft): ImportDraft {
  if (draft.variableSets.length > 0 || draft.variables.length === 0) return draft
  const place = { file: '', line: null, pointer: null }
  return { ...draft, variables: [], variableSets: [{ name: draft.name, place, variables: draft.variables }] }
}

/** Sets of one name are one: tools keep what is private of a set in another file. */
function merged(sets: readonly VariableSet[]): VariableSet[] {
  const byName = new Map<string, { set: VariableSet; variables: DraftVariable[] }>()
  for (const set of sets) {
    const known = byName.get(set.name)
    if (known === undefined) byName.set(set.name, { set, variables: [...set.variables] })
    else for (const one of set.variables) known.variables.push(one)
  }
  return [...byName.values()].map(({ set, variables }) => ({ name: set.name, place: set.place, variables }))
}

/** A file with one client, such as `.env`, is for the calls of the others where these have none. */
function withOnlyClient(collections: readonly ImportDraft[]): readonly ImportDraft[] {
  const [owner, ...owners] = collections.filter(({ clients, calls }) => clients.length > 0 && calls.length === 0)
  const others = collections.filter((draft) => draft !== owner)
  const [client, ...clients] = owner?.clients ?? []
  if (owner === undefined || client === undefined || owners.length + clients.length > 0) return collections
  if (others.length === 0 || others.some(hasClient)) return collections
  const withClient = (draft: ImportDraft, index: number): ImportDraft => ({
    ...draft,
    clients: [client],
    variables: [...owner.variables, ...draft.variables],
    variableSets: merged([...draft.variableSets, ...owner.variableSets]),
    notes: index === 0 ? [...owner.notes, ...draft.notes] : draft.notes,
  })
  return others.map(withClient)
}

const hasClient = ({ clients, calls }: ImportDraft): boolean =>
  clients.length > 0 || calls.some(({ authorization, body }) => authorization.kind === 'client' || requestsToken(body))

function requestsToken(body: ApiBody): boolean {
  if (body.kind === 'form') return body.fields.some(({ name }) => name === 'grant_type')
  return (body.kind === 'text' || body.kind === 'json') && body.text.includes('grant_type')
}
