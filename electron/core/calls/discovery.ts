import type { Api } from '../../contract/calls.ts'
import { issuerOf, metadataUrls } from '../../common/metadata-urls.ts'
import { newEnvironment } from '../../contract/new-environment.ts'
import type { DiscoveryOutcome } from '../../contract/outcome.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest, chooseMetadata, hasNoMetadata, judgeMetadata } from '../oauth/metadata.ts'
import { rememberAccessTokenIssuer } from '../flow/access-token-issuers.ts'
import { type CallContext, type Desk, subjectOf } from '../environment/desk.ts'
import { masked } from '../flow/masked.ts'
import { missingEndpoint, notReady, type Ready } from '../environment/problems.ts'
import { type Routed, routeOf } from '../client/route.ts'
import { sendRecorded } from '../flow/send.ts'

type DiscoveryCalls = Pick<Api<CallContext>, 'discover' | 'listKeys'>
type Read = Exclude<DiscoveryOutcome, { kind: 'not_sent' }>
type Unsaved = Parameters<DiscoveryCalls['discover']>[0] | Parameters<DiscoveryCalls['listKeys']>[0]

export function discoveryCalls(desk: Desk): DiscoveryCalls {
  return {
    discover: async (input, context) => {
      const issuer = issuerOf(input.issuer)
      const ready = await readyToRead(desk, input, issuer, 'issuer', context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const readFrom = async (url: string): Promise<Read> => {
        const about = { subject: ready.value.subject, purpose: 'discovery', authentication: null } as const
        const request = buildMetadataRequest(url)
        const { transcript, exchange, mask } = await sendRecorded(desk, request, ready.value.route, context, about)
        return { ...masked(judgeMetadata(transcript, issuer), mask), exchangeId: exchange.id }
      }
      const [first, ...others] = metadataUrls(new URL(issuer))
      const outcomes: [Read, ...Read[]] = [await readFrom(first)]
      for (const url of others) {
        const last = outcomes.at(-1)
        if (last === undefined || !hasNoMetadata(last)) break
        outcomes.push(await readFrom(url))
      }
      const outcome = chooseMetadata(outcomes)
      if (outcome.kind === 'found') rememberAccessTokenIssuer(desk, ready.value.subject.value, outcome.metadata)
      return outcome
    },

    listKeys: async (input, context) => {
      const { jwks_uri } = input
      if (jwks_uri === '') return { kind: 'not_sent', problems: [missingEndpoint(desk, newEnvironment, 'jwks_uri')] }
      const ready = await readyToRead(desk, input, jwks_uri, 'jwks_uri', context)
      if (!ready.ok) return { kind: 'not_sent', problems: ready.problems }
      const about = { subject: ready.value.subject, purpose: 'jwks', authentication: null } as const
      const request = buildMetadataRequest(jwks_uri)
      const { transcript, exchange, mask } = await sendRecorded(desk, request, ready.value.route, context, about)
      return { ...masked(await judgeKeySet(transcript), mask), exchangeId: exchange.id }
    },
  }
}

/** What an environment that may not be saved needs to read public documents. */
async function readyToRead(
  desk: Desk,
  { environmentId, secrets, stage, network }: Unsaved,
  url: string,
  field: 'issuer' | 'jwks_uri',
  { signal }: CallContext,
): Promise<Ready<Routed>> {
  const parsed = httpUrlSchema.safeParse(url)
  if (!parsed.success) return notReady({ field, message: parsed.error.issues[0]?.message ?? 'Enter a URL.' })
  // What the sandbox lays over an environment, secrets included, goes by what is saved of it.
  const saved = environmentId === null ? null : desk.ports.workspace.environments.get(environmentId)
  const subject = subjectOf(
    desk,
    environmentId,
    { ...(saved?.value ?? newEnvironment), stage, network },
    { typed: secrets },
  )
  return routeOf(desk, subject, signal)
}
