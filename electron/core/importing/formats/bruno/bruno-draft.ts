import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import { addressReader } from './bruno-addresses.ts'
import { isClient } from './bruno-authorization.ts'
import { callOf } from './bruno-call.ts'
import { clientsOf } from './bruno-clients.ts'
import type { BrunoCollection } from './bruno-collection.ts'
import { setsOf } from './bruno-environments.ts'
import { requestsOf } from './bruno-requests.ts'
import { BrunoTexts } from './bruno-texts.ts'

/** What Bruno's collection says, in our words. */
export function draftOf(collection: BrunoCollection): ImportDraft {
  const texts = new BrunoTexts(collection)
  const notes: ImportNote[] = []
  const note = (fact: ImportFact, place: ImportPlace, call = '') => notes.push({ fact, place, call })
  const { requests, levels } = requestsOf(collection, texts)
  for (const { fact, place } of [...collection.notes, ...levels.flatMap((level) => level.notes)]) note(fact, place)
  for (const environment of collection.environments) for (const { fact, place } of environment.notes) note(fact, place)
  const sets = setsOf(collection.environments, texts)
  const common = collection.root.variables.map((variable) => texts.variable(variable))
  const taken = requests.filter(({ request }) => {
    const isTaken = request.type === 'http' || request.type === 'graphql'
    const name =
      request.type === 'ws' || request.type === 'websocket' ? 'WebSocket' : request.type === 'grpc' ? 'gRPC' : ''
    if (!isTaken && name !== '')
      note({ code: 'protocol_not_supported', evidence: { protocol: name } }, request.place, request.name)
    if (!isTaken && name === '')
      note({ code: 'not_used', evidence: { name: request.type || request.name } }, request.place, request.name)
    return isTaken
  })
  const clients = clientsOf(collection, taken, levels, texts, addressReader(common, sets))
  for (const { fact, place } of clients.notes) note(fact, place)
  // One without an address only fetches the token.
  const sent = taken.filter(({ request, auth }) => request.url.trim() !== '' || !isClient(auth))
  const calls = sent.map((found) => callOf(found, texts, clients, note))
  const scripted = [...levels, ...requests.map(({ request }) => request)].filter(({ scripts }) => scripts > 0)
  const count = scripted.reduce((sum, { scripts }) => sum + scripts, 0)
  if (scripted[0] !== undefined) note({ code: 'scripts_not_run', evidence: { count } }, scripted[0].place)
  for (const { docs, place } of levels)
    if (docs.trim() !== '') note({ code: 'not_used', evidence: { name: 'docs' } }, place)
  const used = new Set(
    calls.flatMap(({ authorization }) => (authorization.kind === 'client' ? [authorization.client] : [])),
  )
  return {
    format: 'bruno',
    version: collection.version,
    name: collection.name,
    clients: [...clients.all].filter((client) => !used.has(client)),
    calls,
    variables: [...texts.processVariables, ...common],
    variableSets: sets,
    notes,
  }
}
