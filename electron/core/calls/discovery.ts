import { problemAt } from '../problem.ts'
import { urlProblem } from '../environment/url-problem.ts'
import type { Api } from '../../contract/calls.ts'
import { issuerOf, metadataUrls } from '../../common/metadata-urls.ts'
import { newEnvironment } from '../../contract/new-environment.ts'
import type { DiscoveryOutcome } from '../../contract/outcome.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest, chooseMetadata, hasNoMetadata, judgeMetadata } from '../oauth/metadata.ts'
import { rememberAccessTokenIssuer } from '../flow/access-token-issuers.ts'
import { type CallContext, type CoreContext, currentEnvironment } from '../environment/current-environment.ts'
import { redactOutcome } from '../flow/redact-outcome.ts'
import { missingEndpoint, notPrepared, type Prepared } from '../environment/problems.ts'
import { type Routed, connectionOptionsOf } from '../client/connection-options.ts'
import { sendRecorded } from '../flow/send.ts'

type DiscoveryCalls = Pick<Api<CallContext>, 'discover' | 'listKeys'>
type Read = Exclude<DiscoveryOutcome, { kind: 'not_sent' }>
type Unsaved = Parameters<DiscoveryCalls['discover']>[0] | Parameters<DiscoveryCalls['listKeys']>[0]

export function discoveryCalls(core: CoreContext): DiscoveryCalls {
  return {
    discover: async (input, context) => {
      const issuer = issuerOf(input.issuer)
      const ready = await readyToRead(core, input, issuer, 'issuer', context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const readFrom = async (url: string): Promise<Read> => {
        const about = { environment: ready.value.environment, purpose: 'discovery', authentication: null } as const
        const request = buildMetadataRequest(url)
        const { transcript, exchange, mask } = await sendRecorded(core, request, ready.value.connection, context, about)
        return { ...redactOutcome(judgeMetadata(transcript, issuer), mask), exchangeId: exchange.id }
      }
      const [first, ...others] = metadataUrls(new URL(issuer))
      const outcomes: [Read, ...Read[]] = [await readFrom(first)]
      for (const url of others) {
        const last = outcomes.at(-1)
        if (last === undefined || !hasNoMetadata(last)) break
        outcomes.push(await readFrom(url))
      }
      const outcome = chooseMetadata(outcomes)
      if (outcome.kind === 'found') rememberAccessTokenIssuer(core, ready.value.environment.value, outcome.metadata)
      return outcome
    },

    listKeys: async (input, context) => {
      const { jwks_uri } = input
      if (jwks_uri === '') return { kind: 'not_sent', problems: [missingEndpoint(core, newEnvironment, 'jwks_uri')] }
      const ready = await readyToRead(core, input, jwks_uri, 'jwks_uri', context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const about = { environment: ready.value.environment, purpose: 'jwks', authentication: null } as const
      const request = buildMetadataRequest(jwks_uri)
      const { transcript, exchange, mask } = await sendRecorded(core, request, ready.value.connection, context, about)
      return { ...redactOutcome(await judgeKeySet(transcript), mask), exchangeId: exchange.id }
    },
  }
}

/** What an environment that may not be saved needs to read public documents. */
async function readyToRead(
  core: CoreContext,
  { environmentId, secrets, stage, network }: Unsaved,
  url: string,
  field: 'issuer' | 'jwks_uri',
  { signal }: CallContext,
): Promise<Prepared<Routed>> {
  const parsed = httpUrlSchema.safeParse(url)
  if (!parsed.success) return notPrepared(problemAt(field, urlProblem(parsed.error)))
  // What the sandbox lays over an environment, secrets included, goes by what is saved of it.
  const saved = environmentId === null ? null : core.ports.workspace.environments.get(environmentId)
  const environment = currentEnvironment(
    core,
    environmentId,
    { ...(saved?.value ?? newEnvironment), stage, network },
    { typed: secrets },
  )
  return connectionOptionsOf(core, environment, signal)
}
