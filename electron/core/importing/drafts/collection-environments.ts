import type { ImportFact, ImportNote, ImportPlace } from '../../../contract/import-note.ts'
import { callSecrets } from './call-secrets.ts'
import { type MadeEnvironment, madeEnvironment } from './client-environment.ts'
import { uniqueClients } from './client-key.ts'
import { secretsWithTexts, settingsWithTexts } from './draft-texts.ts'
import { nameOf } from './environment-names.ts'
import type { DraftCall, DraftClient, ImportDraft, VariableSet } from './import-draft.ts'
import { knownSecrets } from './known-secrets.ts'
import type { Multiplied } from './multiplied.ts'
import { otherNetworks } from './other-networks.ts'
import { declaredValues, withoutOwnVariables } from './own-variables.ts'
import { type PreparedCall, preparedCalls } from './prepared-calls.ts'
import { secretUses } from './secret-uses.ts'
import { stageOf } from './stage-of.ts'
import { takeTokenRequests } from './token-requests.ts'
import { followsRedirects } from './tool-redirects.ts'
import { namesIn, withOwnNames } from './variable-names.ts'
import { type Scope, scopeOf } from './variable-scope.ts'

export interface NamedEnvironment extends MadeEnvironment {
  name: string
  /** Of the set that it is of; empty without one. */
  setName: string
}

export interface CollectionResult {
  environments: readonly NamedEnvironment[]
  notes: readonly ImportNote[]
}

/** Makes the environments of one collection: each client with each set of variables that changes it or its calls. */
export function collectionEnvironments(
  given: ImportDraft,
  newId: () => string,
  multiplied: Multiplied,
): CollectionResult {
  const place = placeOf(given)
  const { draft, notes: renamed } = withOwnNames(given, place)
  const first = scopeOf(draft.variables, draft.variableSets[0]?.variables ?? [])
  const requests = takeTokenRequests(draft.calls, (text) => first.resolve(text).text)
  const unique = uniqueClients([
    ...draft.clients,
    ...requests.calls.flatMap(({ authorization }) => (authorization.kind === 'client' ? [authorization.client] : [])),
    ...requests.clients,
  ])
  const filled = withEndpoints(unique.clients, requests.endpoints)
  const drafts = [...requests.calls, ...filled.unused]
  const groups = [draft.variables, ...draft.variableSets.map(({ variables }) => variables)]
  const own = withoutOwnVariables(drafts, declaredValues(groups))
  const base = [...own.variables, ...draft.variables]
  const names = new Set([...base, ...groups.flat()].map(({ name }) => name))
  const secrets = callSecrets(names)
  const valued = new Set([...base, ...groups.flat()].filter(({ value }) => value !== '').map(({ name }) => name))
  const uses = secretUses(own.calls)
  const scopes = new Map(draft.variableSets.map((set) => [set, scopeOf(base, set.variables, uses)]))
  const alone = scopeOf(base, [], uses)
  const known = knownSecrets([alone, ...scopes.values()], filled.clients, drafts)
  const prepared = preparedCalls(own.calls, {
    clients: filled.clients.length,
    clientOf: ({ authorization }) => (authorization.kind === 'client' ? unique.indexOf(authorization.client) : null),
    hasValue: (name) => valued.has(name),
    secrets,
    known,
    follows: followsRedirects(given.format),
    newId,
  })
  const differing = drafts.flatMap(({ authorization, place: at, name }): ImportNote[] =>
    authorization.kind === 'client' && unique.differs(authorization.client)
      ? [{ fact: { code: 'differs_in_authorization', evidence: {} }, place: at, call: name.slice(0, 200) }]
      : [],
  )
  const isOfTokens = ({ variables }: VariableSet): boolean =>
    own.calls.length > 0 && variables.length > 0 && variables.every(({ name }) => prepared.tokens.has(name))
  const used = new Map([...scopes].filter(([set]) => !isOfTokens(set)))
  const plan = planOf(draft, filled.clients, prepared.calls, alone, used, multiplied)
  const ofSettings = new Set(filled.clients.flatMap((client) => [...settingsNames(client)]))
  const left = new Set([
    ...prepared.tokens,
    ...prepared.calls.flatMap(({ within }) => [...within]),
    ...plan.scopes.flatMap((scope) => [...closure(ofSettings, scope)]),
  ])
  const facts: ImportNote[] = []
  const environments = plan.entries.map(({ client, set, scope, calls, kind }): NamedEnvironment => {
    const made = madeEnvironment({ id: newId(), kind, client, scope, calls, secrets: secrets.all(), left, known })
    for (const fact of made.facts) facts.push({ fact, place: client?.place ?? set?.place ?? place, call: '' })
    for (const fact of made.ofVariables) facts.push({ fact, place: set?.place ?? place, call: '' })
    const name = nameOf(draft, { client, set, settings: made.environment.value, file: place.file, ...plan.several })
    const urls = [made.environment.value.token_endpoint, made.environment.value.issuer]
    const addresses = made.environment.value.variables
      .map(({ value }) => value)
      .filter((value) => /^https?:/i.test(value))
    const stage = stageOf([set?.name ?? '', name, client?.name ?? ''], [...urls, ...addresses])
    const value = { ...made.environment.value, name, stage }
    return { ...made, environment: { ...made.environment, value }, name, setName: set?.name ?? '' }
  })
  return {
    environments,
    notes: [
      ...draft.notes,
      ...renamed,
      ...requests.notes,
      ...prepared.notes,
      ...otherNetworks(requests.calls, filled.clients),
      ...differing,
      ...facts,
      ...(draft.notes.some(({ fact }) => fact.code === 'one_token_endpoint')
        ? []
        : sharedEndpoint(environments, plan.entries, place)),
      ...withoutClient(draft, filled.clients, requests.notes, place),
      ...(unique.duplicates > differing.length && requests.clients.length > 1
        ? [
            {
              fact: { code: 'duplicates', evidence: { count: unique.duplicates } },
              place,
              call: '',
            } satisfies ImportNote,
          ]
        : []),
    ],
  }
}

function placeOf({ clients, calls, variableSets, notes }: ImportDraft): ImportPlace {
  const file = [...clients, ...calls, ...variableSets, ...notes][0]?.place.file ?? ''
  return { file, line: null, pointer: null }
}

/** Clients with the endpoints that requests for introspection and revocation say; those of no client are calls. */
function withEndpoints(
  clients: readonly DraftClient[],
  endpoints: readonly { client: DraftClient; call: DraftCall }[],
): { clients: readonly DraftClient[]; unused: DraftCall[] } {
  const filled = [...clients]
  const unused: DraftCall[] = []
  for (const { client, call } of endpoints) {
    const id = client.settings.client_id
    const index = filled.findIndex(({ settings }) => settings.client_id === id)
    const at = index < 0 && filled.length === 1 ? 0 : index
    const before = filled[at]
    if (before === undefined) unused.push(call)
    else {
      const { introspection_endpoint: introspection, revocation_endpoint: revocation } = client.settings
      filled[at] = {
        ...before,
        settings: {
          ...before.settings,
          ...(introspection === undefined ? {} : { introspection_endpoint: introspection }),
          ...(revocation === undefined ? {} : { revocation_endpoint: revocation }),
        },
      }
    }
  }
  return { clients: filled, unused }
}

interface Entry {
  client: DraftClient | null
  set: VariableSet | null
  scope: Scope
  calls: readonly PreparedCall[]
  kind: 'environment' | 'calls'
}

/** Which client goes with which set. */
function planOf(
  draft: ImportDraft,
  clients: readonly DraftClient[],
  calls: readonly PreparedCall[],
  alone: Scope,
  scopes: ReadonlyMap<VariableSet, Scope>,
  multiplied: Multiplied,
): { entries: Entry[]; several: { severalClients: boolean; severalSets: boolean }; scopes: Scope[] } {
  const units: { client: DraftClient | null; calls: readonly PreparedCall[] }[] =
    clients.length > 0
      ? clients.map((client, index) => ({ client, calls: calls.filter((call) => (call.client ?? 0) === index) }))
      : calls.length > 0
        ? [{ client: null, calls }]
        : []
  const usedSets = new Set<VariableSet>()
  const entries = units.flatMap((unit): Entry[] => {
    const used = new Set(unit.calls.flatMap((call) => [...call.used, ...call.within]))
    if (unit.client !== null) for (const name of settingsNames(unit.client)) used.add(name)
    const isOnly = unit.client !== null && scopes.size === 1
    const sets = (used.size === 0 && !isOnly ? [] : [...scopes]).filter(([set, scope]) => {
      const all = closure(used, scope)
      return isOnly || set.variables.some(({ name }) => all.has(name)) || (set.variables.length === 0 && all.size > 0)
    })
    for (const [set] of sets) usedSets.add(set)
    multiplied.count(Math.max(1, sets.length), unit.calls.length)
    if (unit.client === null && (sets.length === 0 || hasServers(draft))) {
      const [first] = sets
      return [{ ...unit, set: null, scope: first?.[1] ?? alone, kind: 'calls' }]
    }
    return sets.length === 0
      ? [{ ...unit, set: null, scope: alone, kind: 'environment' }]
      : sets.map(([set, scope]) => ({ client: unit.client, calls: unit.calls, set, scope, kind: 'environment' }))
  })
  for (const [set, scope] of scopes)
    if (!usedSets.has(set)) {
      multiplied.count(1, 0)
      entries.push({ client: null, set, scope, calls: [], kind: 'environment' })
    }
  const several = {
    severalClients: units.length > 1,
    severalSets: new Set(entries.map(({ set }) => set)).size > 1,
  }
  return { entries, several, scopes: [alone, ...scopes.values()] }
}

/** Where sets are servers, which no person has named as environments. */
const hasServers = ({ format }: ImportDraft): boolean => format === 'openapi' || format === 'swagger'

/** Names, and those of the variables that their values are made of. */
function closure(names: ReadonlySet<string>, scope: Scope): Set<string> {
  const all = new Set(names)
  for (const name of names) for (const one of scope.resolve(`{{${name}}}`).used) all.add(one)
  return all
}

const settingsNames = (client: DraftClient): Set<string> =>
  namesIn((write) => [settingsWithTexts(client.settings, write), secretsWithTexts(client.secrets, write)])

/** Several stages that share a token endpoint may each have their own. */
function sharedEndpoint(
  made: readonly NamedEnvironment[],
  entries: readonly Entry[],
  place: ImportPlace,
): ImportNote[] {
  const byClient = new Map<DraftClient, string[]>()
  for (const [index, { client, set }] of entries.entries()) {
    if (client === null || set === null) continue
    const url = made[index]?.environment.value.token_endpoint ?? ''
    byClient.set(client, [...(byClient.get(client) ?? []), url])
  }
  return [...byClient].flatMap(([client, [url = '', ...others]]): ImportNote[] =>
    url !== '' && others.length > 0 && others.every((other) => other === url)
      ? [{ fact: { code: 'one_token_endpoint', evidence: { url } }, place: client.place ?? place, call: '' }]
      : [],
  )
}

function withoutClient(
  { calls, notes }: ImportDraft,
  clients: readonly DraftClient[],
  found: readonly ImportNote[],
  place: ImportPlace,
): ImportNote[] {
  if (clients.length > 0 || calls.length === 0 || notes.some(({ fact }) => fact.code === 'no_client')) return []
  const said = calls.flatMap(({ authorization }): ImportFact[] =>
    authorization.kind === 'other' ? [authorization.fact] : [],
  )
  const grants = [...said, ...[...notes, ...found].map(({ fact }) => fact)].flatMap((fact) =>
    fact.code === 'other_grant' ? [fact.evidence.grant] : [],
  )
  return [{ fact: { code: 'no_client', evidence: { grants: [...new Set(grants)].slice(0, 20) } }, place, call: '' }]
}
