import type { Api } from '../../contract/calls.ts'
import { httpUrlSchema } from '../../contract/environment.ts'
import type { DiscoveryOutcome } from '../../contract/outcome.ts'
import { buildMetadataRequest, hasNoMetadata, issuerOf, judgeMetadata, metadataUrls } from '../oauth/metadata.ts'
import { type CallContext, type Desk, findEnvironment } from './desk.ts'
import { sendRecorded } from './send.ts'

export function discoveryCalls(desk: Desk): Pick<Api<CallContext>, 'discover'> {
  return {
    discover: async ({ environmentId, issuer: typed }, context) => {
      const issuer = issuerOf(typed)
      const parsed = httpUrlSchema.safeParse(issuer)
      if (!parsed.success) {
        const message = parsed.error.issues[0]?.message ?? 'Enter the issuer.'
        return { kind: 'not_sent', problems: [{ field: 'issuer', message }] }
      }
      const environment = environmentId === null ? null : findEnvironment(desk, environmentId)
      const readFrom = async (url: string): Promise<Exclude<DiscoveryOutcome, { kind: 'not_sent' }>> => {
        const about = { environment, purpose: 'discovery' } as const
        const { transcript, exchange } = await sendRecorded(desk, buildMetadataRequest(url), context, about)
        return { ...judgeMetadata(transcript, issuer), exchangeId: exchange.id }
      }
      const [appended, inserted] = metadataUrls(issuer)
      const first = await readFrom(appended)
      if (!hasNoMetadata(first)) return first
      const second = await readFrom(inserted)
      return second.kind === 'found' || !hasNoMetadata(second) ? second : first
    },
  }
}
