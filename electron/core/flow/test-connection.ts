import { issuerOf } from '../../common/metadata-urls.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { CallInput } from '../../contract/calls.ts'
import type { ConnectionStep, ConnectionTest } from '../../contract/connection-test.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Flow } from '../core-context.ts'
import { missingEndpoint } from '../environment/problems.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import {
  answerStep,
  failedOnTheWay,
  type KeysRead,
  keySetStep,
  metadataStep,
  step,
  travelSteps,
} from './connection-steps.ts'
import { type DiscoverDeps, preparePublic, readMetadata } from './discover.ts'
import { outcomeOf, type PerformDeps, type RequestContext, sendRecorded } from './perform.ts'

type Input = CallInput<'testConnection'>

/** What came of a test: the exchange whose way is shown, and what came after it. */
interface Tested {
  first: Exchange
  steps: readonly ConnectionStep[]
}

/**
 * Reaches the server as the environment would, without credentials: the way there on a connection opened for it, then
 * the metadata when there is an issuer, and the key set when its address is known.
 */
export async function testConnection(deps: DiscoverDeps, input: Input, flow: Flow): Promise<ConnectionTest> {
  const target = targetOf(input)
  if (target === null) return { kind: 'not_sent', problems: [missingEndpoint(deps, newEnvironment, 'token_endpoint')] }
  const context = await preparePublic(deps, input, target, flow)
  if (!context.ok) return { kind: 'not_sent', problems: context.problems }
  const { first, steps } = await testsOf(target.field)(deps, { ...context.value, fresh: true }, input)
  return { kind: 'tested', host: new URL(target.url).host, steps: [...travelSteps(first), ...steps] }
}

type Test = (deps: DiscoverDeps, context: RequestContext, input: Input) => Promise<Tested>
type Target = Parameters<typeof preparePublic>[2]

/** What is asked first: the issuer, else the key set, else the server of the token endpoint. */
function targetOf({ issuer, jwks_uri: keys, token_endpoint: token }: Input): Target | null {
  if (issuer.trim() !== '') return { field: 'issuer', url: issuerOf(issuer), purpose: 'discovery' }
  if (keys.trim() !== '') return { field: 'jwks_uri', url: keys.trim(), purpose: 'jwks' }
  return token.trim() === '' ? null : { field: 'token_endpoint', url: token.trim(), purpose: 'discovery' }
}

function testsOf(field: Target['field']): Test {
  switch (field) {
    case 'issuer':
      return testIssuer
    case 'jwks_uri':
      return testKeySet
    case 'token_endpoint':
      return testOrigin
  }
}

const testIssuer: Test = async (deps, context, input) => {
  const { outcome, exchanges } = await readMetadata(deps, context, issuerOf(input.issuer))
  const [first] = exchanges
  const exchange = exchanges.find(({ id }) => id === outcome.exchangeId) ?? first
  const published = outcome.kind === 'found' ? outcome.metadata.jwks_uri : null
  const url = input.jwks_uri.trim() || published
  if (url === null) return { first, steps: [metadataStep({ outcome, exchange })] }
  const ofKeys = { ...context, fresh: false, purpose: 'jwks' as const, causedBy: exchange.id }
  const isPointless = failedOnTheWay(first) || context.signal.aborted || !URL.canParse(url)
  const keys = isPointless ? step('key_set', 'not_run') : keySetStep(await readKeys(deps, ofKeys, url))
  return { first, steps: [metadataStep({ outcome, exchange }), keys] }
}

const testKeySet: Test = async (deps, context, { jwks_uri: url }) => {
  const read = await readKeys(deps, context, url.trim())
  const keys = failedOnTheWay(read.exchange) ? step('key_set', 'not_run') : keySetStep(read)
  return { first: read.exchange, steps: [keys] }
}

async function readKeys(deps: PerformDeps, context: RequestContext, url: string): Promise<KeysRead> {
  const performed = await sendRecorded(deps, context, buildMetadataRequest(url))
  return { outcome: outcomeOf(performed, await judgeKeySet(performed.transcript)), exchange: performed.exchange }
}

/** The token endpoint itself is not asked: some servers count what is not a token request as an attack. */
const testOrigin: Test = async (deps, context, { token_endpoint: endpoint }) => {
  const { exchange } = await sendRecorded(deps, context, buildMetadataRequest(new URL('/', endpoint.trim()).href))
  return { first: exchange, steps: [answerStep(exchange)] }
}
