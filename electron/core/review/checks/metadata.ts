import { oneOf } from '../../../common/one-of.ts'
import type { Metadata } from '../../../contract/outcome.ts'
import type { ProbeResult, Seen } from '../../../contract/review.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { differingEndpoints, type PublishedEndpoint } from '../parts/differing-endpoints.ts'
import { whyUnclear } from '../parts/probe-result.ts'

/** Whether the server publishes metadata, and they say what the settings say and the server does. @see RFC 9700 §2.6 */
export const metadata: ReviewCheck = {
  name: 'metadata',
  look: (kase) => {
    const { settings, metadata, probes } = kase
    const read = kase.exchanges.find(({ purpose, answer }) => purpose === 'discovery' && answer?.status === 200)
    const probe = probes.published
    const refuted = probe === undefined || (read !== undefined && read.at > probe.at) ? null : refutedBy(probe)
    if (refuted !== null) return [refuted]
    if (metadata !== null) return contradictions(kase, metadata)
    if (probe !== undefined) return [foundBy(probe)]
    return [judged(settings.issuer === '' ? 'metadata_without_issuer' : 'metadata_not_read', [])]
  },
}

function contradictions(kase: ReviewCase, metadata: Metadata): [Judged, ...Judged[]] {
  const { settings } = kase
  const differs = differingEndpoints(settings, metadata)
  const lacks = lackingIn(kase, metadata)
  const seen = (names: readonly (keyof Metadata)[]) => names.map((name) => published(kase, metadata, name))
  const [first, ...others] = [
    ...(differs.length === 0
      ? []
      : [judged('metadata_differs', [...seen(differs), ...asSet(kase, differs)], naming(differs.join(' ')))]),
    ...(lacks.length === 0 ? [] : [judged('metadata_incomplete', seen(lacks), { names: lacks.join(' ') })]),
  ]
  return first === undefined ? [judged('metadata_consistent', seen(['issuer']))] : [first, ...others]
}

/** The first of the names is the field to look at. */
const naming = (names: string) => ({ names, field: names.split(' ')[0] ?? names })

const asSet = ({ settings }: ReviewCase, names: readonly PublishedEndpoint[]): Seen[] =>
  names.map((name) => seenHere('setting', name, settings[name]))

/** Lists that leave out what a token was issued by. A list that is not there says nothing. */
function lackingIn({ issued, settings }: ReviewCase, metadata: Metadata) {
  const method = settings.token_endpoint_auth_method
  const named = method === 'client_assertion_file' ? 'private_key_jwt' : method
  const needed = [
    ['token_endpoint_auth_methods_supported', named],
    ['grant_types_supported', 'client_credentials'],
  ] as const
  if (issued === null) return []
  return needed.filter(([list, name]) => metadata[list]?.includes(name) === false).map(([list]) => list)
}

function published({ exchanges }: ReviewCase, metadata: Metadata, name: keyof Metadata): Seen {
  const value = metadata[name]
  const text = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : ''
  const read = exchanges.find(({ purpose, answer }) => purpose === 'discovery' && answer?.status === 200)
  return read === undefined ? seenHere('figure', name, text) : seenIn(read, 'member', name, text)
}

function refutedBy({ evidence, seen }: ProbeResult): Judged | null {
  switch (oneOf(['none', 'other_issuer', 'invalid'], evidence['metadata'])) {
    case 'none':
      return judged('metadata_missing', seen)
    case 'other_issuer':
      return judged('metadata_of_other_issuer', seen, { issuer: evidence['issuer'] ?? '' })
    case 'invalid':
      return judged('metadata_invalid', seen)
    case null:
      return null
  }
}

function foundBy(probe: ProbeResult): Judged {
  const { metadata, differs = '' } = probe.evidence
  switch (metadata) {
    case 'found':
      return differs === ''
        ? judged('metadata_consistent', probe.seen)
        : judged('metadata_differs', probe.seen, naming(differs))
    case 'not_asked':
      return judged('metadata_without_issuer', probe.seen)
    default:
      return judged('metadata_unclear', probe.seen, { why: whyUnclear(probe) })
  }
}
