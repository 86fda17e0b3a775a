import { issuerOf } from '../../common/metadata-urls.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { CallInput } from '../../contract/calls.ts'
import type { ConnectionStep, ConnectionTest } from '../../contract/connection-test.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import type { Flow } from '../core-context.ts'
import { missingEndpoint } from '../environment/problems.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import { problemAt } from '../problem.ts'
import { urlProblem } from '../url-problem.ts'
import { type KeysRead, keySetStep, metadataStep, nothingFor, step, tokenHostStep } from './connection-steps.ts'
import { type DiscoverDeps, preparePublic, readMetadata } from './discover.ts'
import type { DiagnoseDeps } from './diagnose-outcome.ts'
import { outcomeOf, type PerformDeps, type RequestContext, sendRecorded } from './perform.ts'
import { travelSteps } from './travel-steps.ts'

type Input = CallInput<'testConnection'>

/** The addresses that are asked, each empty when there is none. */
type Addresses = Pick<Input, 'issuer' | 'jwks_uri' | 'token_endpoint'>

/** What came of one part of a test: the exchanges that it took, and what they showed. */
interface Tested {
  exchanges: readonly Exchange[]
  steps: readonly ConnectionStep[]
}

/**
 * Reaches the server as the environment would, without credentials: the way there on a connection opened for it, then
 * the metadata when there is an issuer, the key set when its address is known, and the server of the token endpoint
 * when that is another one.
 */
export async function testConnection(deps: DiscoverDeps, input: Input, flow: Flow): Promise<ConnectionTest> {
  const { issuer, jwks_uri, token_endpoint } = input
  const addresses = {
    issuer: issuer.trim() === '' ? '' : issuerOf(issuer),
    jwks_uri: jwks_uri.trim(),
    token_endpoint: token_endpoint.trim(),
  }
  const target = targetOf(addresses)
  if (target === null) return { kind: 'not_sent', problems: [missingEndpoint(deps, newEnvironment, 'token_endpoint')] }
  const faults = faultsOf(addresses)
  if (faults.length > 0) return { kind: 'not_sent', problems: faults }
  const context = await preparePublic(deps, input, target, flow)
  if (!context.ok) return { kind: 'not_sent', problems: context.problems }
  const documents = await readDocuments(deps, context.value, addresses)
  const other = await reachTokenHost(deps, context.value, addresses, documents.exchanges.at(-1))
  const exchanges = [...documents.exchanges, ...other.exchanges]
  const [first] = exchanges
  return {
    kind: 'tested',
    ms: exchanges.reduce((sum, { timings }) => sum + timings.total, 0),
    steps: [...(first === undefined ? [] : travelSteps(first)), ...documents.steps, ...other.steps],
  }
}

type Target = Parameters<typeof preparePublic>[2]

/** What is asked first: the issuer, else the key set, else the server of the token endpoint. */
function targetOf({ issuer, jwks_uri, token_endpoint }: Addresses): Target | null {
  if (issuer !== '') return { field: 'issuer', url: issuer, purpose: 'discovery' }
  if (jwks_uri !== '') return { field: 'jwks_uri', url: jwks_uri, purpose: 'jwks' }
  return token_endpoint === '' ? null : { field: 'token_endpoint', url: token_endpoint, purpose: 'discovery' }
}

function faultsOf(addresses: Addresses): FieldProblem[] {
  return (['issuer', 'token_endpoint', 'jwks_uri'] as const).flatMap((field) => {
    const url = addresses[field]
    return url === '' || httpUrlSchema.safeParse(url).success ? [] : [problemAt(field, urlProblem(url))]
  })
}

/** Metadata and key set; the first exchange has a connection of its own, so that each part of the way is seen. */
async function readDocuments(
  deps: PerformDeps & DiagnoseDeps,
  context: RequestContext,
  addresses: Addresses,
): Promise<Tested> {
  const { issuer, jwks_uri: typed } = addresses
  if (issuer === '') {
    const noMetadata = nothingFor('metadata', 'no_issuer')
    if (typed === '') return { exchanges: [], steps: [noMetadata, nothingFor('key_set', 'no_jwks_uri')] }
    const read = await readKeys(deps, { ...context, fresh: true }, typed)
    return { exchanges: [read.exchange], steps: [noMetadata, keySetStep(read, true)] }
  }
  const { outcome, exchanges } = await readMetadata(deps, { ...context, fresh: true }, issuer)
  const exchange = exchanges.find(({ id }) => id === outcome.exchangeId) ?? exchanges[0]
  const metadata = metadataStep({ outcome, exchange })
  if (outcome.kind === 'unreachable') return { exchanges, steps: [metadata, step('key_set', 'not_tried')] }
  const url = typed || (outcome.kind === 'found' ? (outcome.metadata.jwks_uri ?? '') : '')
  if (url === '') {
    const isKnown = outcome.kind !== 'nonconformant'
    return {
      exchanges,
      steps: [metadata, isKnown ? nothingFor('key_set', 'no_jwks_uri') : step('key_set', 'not_tried')],
    }
  }
  const isSeen = typed !== '' || originOf(url) === originOf(issuer)
  const asker = isSeen ? context : withoutCertificate(context)
  const keys = await readKeys(deps, { ...asker, purpose: 'jwks', causedBy: exchange.id }, url)
  return { exchanges: [...exchanges, keys.exchange], steps: [metadata, keySetStep(keys, false)] }
}

/** A server that only the metadata names, and no person has seen, is not shown who asks. */
function withoutCertificate(context: RequestContext): RequestContext {
  const { connection } = context
  const network = { ...connection.network, clientCertificate: null }
  return { ...context, connection: { ...connection, network, certificate: null } }
}

async function readKeys(deps: PerformDeps & DiagnoseDeps, context: RequestContext, url: string): Promise<KeysRead> {
  const performed = await sendRecorded(deps, context, buildMetadataRequest(url))
  return { outcome: outcomeOf(performed, await judgeKeySet(performed.transcript)), exchange: performed.exchange }
}

/**
 * Nothing to do where the documents come from there. The token endpoint itself is not asked: some servers count what is
 * not a token request as an attack.
 */
async function reachTokenHost(
  deps: PerformDeps & DiagnoseDeps,
  context: RequestContext,
  { issuer, jwks_uri, token_endpoint }: Addresses,
  before: Exchange | undefined,
): Promise<Tested> {
  const reached = issuer || jwks_uri
  const isReached = reached !== '' && token_endpoint !== '' && originOf(reached) === originOf(token_endpoint)
  if (token_endpoint === '' || isReached) return { exchanges: [], steps: [] }
  if (before !== undefined && before.failure !== null)
    return { exchanges: [], steps: [step('token_host', 'not_tried')] }
  const isFirst = before === undefined
  const caused = { ...context, purpose: 'discovery' as const, fresh: isFirst, ...(!isFirst && { causedBy: before.id }) }
  const performed = await sendRecorded(deps, caused, buildMetadataRequest(originOf(token_endpoint)))
  const { exchange } = performed
  performed.conclude({ kind: exchange.failure === null ? 'reached' : 'unreachable', findings: [] })
  return { exchanges: [exchange], steps: [tokenHostStep(exchange, isFirst)] }
}

const originOf = (url: string): string => new URL('/', url).href
