import { problemAt } from '../problem.ts'
import { urlProblem } from '../url-problem.ts'
import { issuerOf, metadataUrls } from '../../common/metadata-urls.ts'
import type { CallInput } from '../../contract/calls.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { DiscoveryOutcome, KeysOutcome } from '../../contract/outcome.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import type { Flow, WithSession, WithWorkspace } from '../core-context.ts'
import { currentEnvironment, type EnvironmentDeps } from '../environment/current-environment.ts'
import { missingEndpoint, notPrepared, type Prepared } from '../environment/problems.ts'
import type { ResolveDeps } from '../environment/resolve-environment.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest, chooseMetadata, hasNoMetadata, judgeMetadata } from '../oauth/metadata.ts'
import { diagnosed, type DiagnoseDeps } from './diagnose-outcome.ts'
import { rememberMetadata } from './known-metadata.ts'
import { outcomeOf, type PerformDeps, perform, type RequestContext, sendRecorded } from './perform.ts'
import { preparePublicRequest } from './public-request.ts'

type DiscoverInput = CallInput<'discover'>
type ListKeysInput = CallInput<'listKeys'>
type Metadata = Exclude<DiscoveryOutcome, { kind: 'not_sent' }>
export type DiscoverDeps = EnvironmentDeps & ResolveDeps & PerformDeps & DiagnoseDeps & WithWorkspace<'environments'>

/** Reads the metadata of an authorization server, from the first of its well-known addresses that has any. */
export async function discover(
  deps: DiscoverDeps & WithSession<'metadata'>,
  input: DiscoverInput,
  flow: Flow,
): Promise<DiscoveryOutcome> {
  const issuer = issuerOf(input.issuer)
  const context = await preparePublic(deps, input, { field: 'issuer', url: issuer, purpose: 'discovery' }, flow)
  if (!context.ok) return { kind: 'not_sent', problems: context.problems }
  const { outcome } = await readMetadata(deps, context.value, issuer)
  if (outcome.kind === 'found') rememberMetadata(deps, context.value.environment.value, outcome.metadata)
  return outcome
}

/** The metadata of an issuer, with the exchanges that it took. */
export async function readMetadata(
  deps: PerformDeps & DiagnoseDeps,
  context: RequestContext,
  issuer: string,
): Promise<{ outcome: Metadata; exchanges: [Exchange, ...Exchange[]] }> {
  const readFrom = async (url: string, causedBy?: string) => {
    const caused = { ...context, ...(causedBy !== undefined && { causedBy }) }
    const performed = await sendRecorded(deps, caused, buildMetadataRequest(url))
    const judged = judgeMetadata(performed.transcript, issuer)
    const outcome = judged.kind === 'found' ? judged : diagnosed(deps, context, performed, judged)
    return { outcome: outcomeOf(performed, outcome), exchange: performed.exchange }
  }
  const [first, ...others] = metadataUrls(new URL(issuer))
  const { outcome, exchange } = await readFrom(first)
  const outcomes: [Metadata, ...Metadata[]] = [outcome]
  const exchanges: [Exchange, ...Exchange[]] = [exchange]
  for (const url of others) {
    const last = outcomes.at(-1)
    if (last === undefined || !hasNoMetadata(last)) break
    const next = await readFrom(url, last.exchangeId)
    outcomes.push(next.outcome)
    exchanges.push(next.exchange)
  }
  return { outcome: chooseMetadata(outcomes), exchanges }
}

export async function listKeys(deps: DiscoverDeps, input: ListKeysInput, flow: Flow): Promise<KeysOutcome> {
  const { jwks_uri: url } = input
  if (url === '') return { kind: 'not_sent', problems: [missingEndpoint(deps, newEnvironment, 'jwks_uri')] }
  const context = await preparePublic(deps, input, { field: 'jwks_uri', url, purpose: 'jwks' }, flow)
  if (!context.ok) return { kind: 'not_sent', problems: context.problems }
  return perform(deps, context.value, buildMetadataRequest(url), async (performed) => {
    const judged = await judgeKeySet(performed.transcript)
    return judged.kind === 'keys' ? judged : diagnosed(deps, context.value, performed, judged)
  })
}

interface PublicDocument {
  field: 'issuer' | 'jwks_uri' | 'token_endpoint'
  url: string
  purpose: 'discovery' | 'jwks'
}

/** What an environment that may not be saved needs to read public documents. */
export async function preparePublic(
  deps: DiscoverDeps,
  { environmentId, secrets, stage, network }: Omit<DiscoverInput, 'issuer'>,
  { field, url, purpose }: PublicDocument,
  flow: Flow,
): Promise<Prepared<RequestContext>> {
  const parsed = httpUrlSchema.safeParse(url)
  if (!parsed.success) return notPrepared(problemAt(field, urlProblem(url)))
  // What the sandbox lays over an environment, secrets included, goes by what is saved of it.
  const saved = environmentId === null ? null : deps.workspace.environments.get(environmentId)
  const value = { ...(saved?.value ?? newEnvironment), stage, network }
  const environment = currentEnvironment(deps, environmentId, value, { typed: secrets })
  return preparePublicRequest(deps, environment, purpose, flow)
}
