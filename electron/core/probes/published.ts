import { issuerOf, metadataUrls } from '../../common/metadata-urls.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Seen } from '../../contract/review.ts'
import { readMetadata } from '../flow/discover.ts'
import { rememberMetadata } from '../flow/known-metadata.ts'
import { outcomeOf, sendRecorded } from '../flow/perform.ts'
import { preparePublicRequest } from '../flow/public-request.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { buildMetadataRequest } from '../oauth/metadata.ts'
import type { ReviewCase } from '../review/case.ts'
import { differingEndpoints } from '../review/parts/differing-endpoints.ts'
import { type Broken, broken, brokenBy, found, seenOf, shortened, unclear } from './broken.ts'
import { notPossible, planned, requests } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import type { ProbeDeps, Probing } from './probing.ts'
import { withoutCertificate } from './stranger.ts'

/** Whether clients can read metadata and keys. @see RFC 8414 §3, RFC 9700 §2.6 */
export const published: ProbeRunner<'published'> = {
  plan: (kase) => {
    const urls = metadataUrlsOf(kase.settings).map((url) => ({ step: 'read_metadata', url }) as const)
    const keys = keysUrlOf(kase)
    const all = [...urls, ...(keys === '' ? [] : [{ step: 'read_keys', url: keys } as const])]
    if (all.length === 0) return notPossible('nothing_published')
    return requests(...all.map(({ step, url }) => planned(step, 'GET', url, 'nothing')))
  },

  run: async (deps, probing) => {
    const { settings } = probing.kase
    const metadata = metadataUrlsOf(settings).length === 0 ? notAsked : await askForMetadata(deps, probing, settings)
    const url = keysUrlOf(probing.kase)
    const isCancelled = metadata.broken?.evidence.why === 'cancelled'
    const keys = url === '' || isCancelled ? notAsked : await askForKeys(deps, probing, url)
    const evidence = {
      ...metadata.evidence,
      ...keys.evidence,
      metadata: metadata.part,
      keys: keys.part === 'other_issuer' ? ('invalid' as const) : keys.part,
    }
    const seen = [...metadata.seen, ...keys.seen]
    const parts = [metadata.part, keys.part]
    const isWrong = parts.some((part) => part === 'none' || part === 'invalid' || part === 'other_issuer')
    const open = metadata.broken ?? keys.broken
    if (isWrong) return found('fails', evidence, seen)
    return open === null ? found('holds', evidence, seen) : { ...unclear(open, evidence), seen }
  },
}

/** How one document was. `broken` is why its answer does not say. */
interface Read {
  part: 'found' | 'none' | 'other_issuer' | 'invalid' | 'not_asked' | 'unclear'
  evidence: { url?: string; issuer?: string; differs?: string; keyCount?: string; status?: string }
  seen: readonly Seen[]
  broken: Broken | null
}

const notAsked: Read = { part: 'not_asked', evidence: {}, seen: [], broken: null }
const read = (part: Read['part'], exchange: Exchange, evidence: Read['evidence'] = {}): Read => ({
  part,
  evidence: { ...evidence, ...(exchange.response !== null && { status: String(exchange.response.status) }) },
  seen: [seenOf(exchange, exchange.purpose === 'jwks' ? 'read_keys' : 'read_metadata')],
  broken: null,
})
const unread = (why: Broken): Read => ({ part: 'unclear', evidence: {}, seen: why.seen, broken: why })

/** Of `https:///.well-known/…`, which is a URL, no issuer is left. */
const metadataUrlsOf = ({ issuer }: EnvironmentInput): string[] =>
  URL.canParse(issuerOf(issuer)) ? metadataUrls(new URL(issuerOf(issuer))) : []

const keysUrlOf = ({ settings, metadata }: ReviewCase): string => settings.jwks_uri || (metadata?.jwks_uri ?? '')

async function askForMetadata(deps: ProbeDeps, probing: Probing, settings: EnvironmentInput): Promise<Read> {
  const step = 'read_metadata'
  const flow = probing.begin(step)
  const context = await preparePublicRequest(deps, probing.environment, 'discovery', flow)
  if (!context.ok) return unread(broken('not_sent', { step }))
  const { outcome, exchanges } = await readMetadata(deps, context.value, issuerOf(settings.issuer))
  const exchange = exchanges.find(({ id }) => id === outcome.exchangeId) ?? exchanges[0]
  if (outcome.kind === 'found') {
    rememberMetadata(deps, probing.environment.value, outcome.metadata)
    const differs = differingEndpoints(settings, outcome.metadata).join(' ')
    return read('found', exchange, { url: outcome.url, ...(differs !== '' && { differs }) })
  }
  // A web page at such an address is no answer of the authorization server.
  if (outcome.kind === 'none') {
    const isSaid = outcome.tried.every(({ status }) => status >= 400)
    return isSaid ? read('none', exchange) : unread(brokenBy(step, exchange, 'not_readable'))
  }
  const mismatch = outcome.findings.find(({ code }) => code === 'issuer_mismatch')
  if (mismatch !== undefined) {
    return read('other_issuer', exchange, { issuer: shortened(mismatch.evidence['published'] ?? '') })
  }
  const isFaulty = outcome.findings.some(({ code, severity }) => faults.has(code) && severity === 'error')
  return isFaulty ? read('invalid', exchange) : unread(brokenBy(step, exchange, 'not_readable'))
}

const faults: ReadonlySet<string> = new Set(['metadata_endpoint_invalid', 'metadata_not_encrypted'])

async function askForKeys(deps: ProbeDeps, probing: Probing, url: string): Promise<Read> {
  const step = 'read_keys'
  const flow = probing.begin(step)
  // An address that the server names gets no client certificate.
  const { environment } = probing
  const asker = environment.value.jwks_uri === url ? environment : withoutCertificate(environment)
  const context = await preparePublicRequest(deps, asker, 'jwks', flow)
  if (!context.ok) return unread(broken('not_sent', { step }))
  const performed = await sendRecorded(deps, context.value, buildMetadataRequest(url))
  const outcome = outcomeOf(performed, await judgeKeySet(performed.transcript))
  const { exchange } = performed
  if (outcome.kind === 'keys') {
    return read(outcome.keys.length === 0 ? 'none' : 'found', exchange, { keyCount: String(outcome.keys.length) })
  }
  const status = exchange.failure === null ? exchange.response?.status : undefined
  if (status === 404 || status === 410) return read('none', exchange)
  return unread(brokenBy(step, exchange, 'not_readable'))
}
