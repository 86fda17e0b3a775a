import type { ReadSettings } from '../../../common/client-settings/client-settings.ts'
import { endpointOf } from '../../../common/client-settings/request-endpoint.ts'
import { settingsOfRequest } from '../../../common/client-settings/request-settings.ts'
import type { ImportFact, ImportNote } from '../../../contract/import-note.ts'
import { clientKey } from './client-key.ts'
import { secretsWithTexts, settingsWithTexts } from './draft-texts.ts'
import type { DraftCall, DraftClient } from './import-draft.ts'
import { hasHidden, sentParameters, sentRequest, shown } from './sent-request.ts'
import { variableAlone } from '../../../vocabulary/variables.ts'

/** What a call is to the authorization server; null for a call of an API. */
type TokenRequest =
  | { kind: 'client'; client: DraftClient; notes: readonly ImportFact[] }
  /** For introspection or revocation. */
  | { kind: 'endpoint'; client: DraftClient }
  | { kind: 'other_grant'; grant: string }

export interface TokenRequests {
  clients: readonly DraftClient[]
  /** Clients that say only where tokens are introspected or revoked. */
  endpoints: readonly { client: DraftClient; call: DraftCall }[]
  calls: readonly DraftCall[]
  notes: readonly ImportNote[]
}

/** Takes the requests to the authorization server out of the calls. `valueOf` gives a text with its variables resolved. */
export function takeTokenRequests(calls: readonly DraftCall[], valueOf: (text: string) => string): TokenRequests {
  const clients: DraftClient[] = []
  const endpoints: TokenRequests['endpoints'][number][] = []
  const kept: { call: DraftCall; client: DraftClient | null }[] = []
  const keep = (call: DraftCall) => kept.push({ call, client: clients.at(-1) ?? null })
  const notes: ImportNote[] = []
  const ofToken = new Map<string, DraftClient>()
  for (const call of calls) {
    const note = (fact: ImportFact) => notes.push({ fact, place: call.place, call: call.name })
    const request = tokenRequestOf(call, valueOf)
    switch (request?.kind) {
      case 'client':
        clients.push(request.client)
        for (const name of call.tokenVariables ?? []) ofToken.set(name, request.client)
        for (const fact of request.notes) note(fact)
        break
      case 'endpoint':
        endpoints.push({ client: request.client, call })
        break
      case 'other_grant': {
        const { authorization } = call
        if (authorization.kind !== 'other') note({ code: 'other_grant', evidence: { grant: request.grant } })
        keep(authorization.kind === 'other' ? call : { ...call, authorization: { kind: 'none' } })
        break
      }
      case undefined:
        keep(call)
    }
  }
  const known = kept.map(({ call, client }) => ({ call: withClientOfToken(call, ofToken), client }))
  return { clients, endpoints, calls: withClients(known), notes }
}

/** The client whose token a call sends, where the file says which request it is of. */
function withClientOfToken(call: DraftCall, ofToken: ReadonlyMap<string, DraftClient>): DraftCall {
  if (call.authorization.kind !== 'unsaid' || ofToken.size === 0) return call
  const header = call.headers.findLast(({ name, enabled }) => enabled && /^authorization$/i.test(name.trim()))
  const variable = variableAlone(/^bearer +(\S+)$/i.exec(header?.value.trim() ?? '')?.[1] ?? '')
  const client = variable === null ? undefined : ofToken.get(variable)
  return client === undefined ? call : withClient(call, client)
}

/** A script requests one token after the other: where calls follow several of the requests, each carries the token before it. */
function withClients(kept: readonly { call: DraftCall; client: DraftClient | null }[]): DraftCall[] {
  const isWithToken = ({ authorization, headers }: DraftCall) =>
    authorization.kind === 'unsaid' && headers.some(({ value }) => /^bearer\s/i.test(value))
  const keys = kept.flatMap(({ call, client }) => (client !== null && isWithToken(call) ? [clientKey(client)] : []))
  if (new Set(keys).size < 2) return kept.map(({ call }) => call)
  return kept.map(({ call, client }) => (client !== null && isWithToken(call) ? withClient(call, client) : call))
}

const withClient = (call: DraftCall, client: DraftClient): DraftCall => ({
  ...call,
  authorization: { kind: 'client', client },
})

/** What may be of an authorization server, before it is looked at closely. */
const mayBe = /token|oauth|introspect|revo(?:ke|cation)/i

function tokenRequestOf(call: DraftCall, valueOf: (text: string) => string): TokenRequest | null {
  const hasGrantField =
    (call.body.kind === 'form' && call.body.fields.some(({ name }) => name === 'grant_type')) ||
    (call.body.kind === 'multipart' && call.body.parts.some(({ name }) => name === 'grant_type')) ||
    ((call.body.kind === 'text' || call.body.kind === 'json') && call.body.text.includes('grant_type')) ||
    call.query.some(({ name }) => name === 'grant_type') ||
    call.url.includes('grant_type')
  if (!hasGrantField && !(call.method.toUpperCase() === 'POST' && mayBe.test(call.url))) return null
  const request = sentRequest(call)
  const parameters = sentParameters(request)
  const value = (name: string): string => parameters.find((one) => one.name === name)?.value ?? ''
  const grant = valueOf(shown(value('grant_type')))
  if (grant !== '' && grant !== 'client_credentials' && !grant.includes('{{')) {
    return { kind: 'other_grant', grant: grant.slice(0, 200) }
  }
  const read = settingsOfRequest(request, [])
  if (read === undefined) return null
  const client = clientOf(call, read)
  if (grant !== '') return { kind: 'client', client, notes: factsOf(read) }
  const path = shown(request.url).split('?', 1)[0] ?? ''
  if (value('token') !== '' && endpointOf(path, false, true) !== 'token_endpoint') return { kind: 'endpoint', client }
  const isComplete = (client.secrets.client_secret ?? '') !== '' && client.settings.client_id !== undefined
  const isTokenPath = /\/(?:token|access_?token)\/?$/i.test(path)
  return isComplete && isTokenPath ? { kind: 'client', client, notes: factsOf(read) } : null
}

function clientOf(call: DraftCall, { fields, secrets }: ReadSettings): DraftClient {
  const { basicEncoding, ...others } = fields
  const network = call.network ?? { fields: {}, secrets: {} }
  const isOfVariables = [fields.client_id, secrets.client_secret].some((text) => hasHidden(text ?? ''))
  return {
    name: call.name,
    place: call.place,
    settings: settingsWithTexts(
      {
        ...others,
        // The Basic of a request is written as typed, with any value of its variables. @see RFC 7617 §2
        ...(isOfVariables && others.token_endpoint_auth_method === 'client_secret_basic'
          ? { basicEncoding: 'raw' as const }
          : basicEncoding === undefined
            ? {}
            : { basicEncoding }),
        ...network.fields,
        ...(network.fields.clientCertificate !== undefined && others.token_endpoint_auth_method === 'none'
          ? { token_endpoint_auth_method: 'tls_client_auth' as const }
          : {}),
      },
      shown,
    ),
    secrets: secretsWithTexts({ ...secrets, ...network.secrets }, shown),
  }
}

/** Of what was read, for people; what the environment says by itself is left out. */
const factsOf = ({ notes }: ReadSettings): ImportFact[] =>
  notes.flatMap(({ code, names }): ImportFact[] =>
    code === 'other_grant' || code === 'placeholders' || code === 'secret_not_there' || code === 'form_encoded_basic'
      ? []
      : [{ code: 'settings', evidence: { note: code, names: names.map(shown) } }],
  )
