import { issuerOf } from '../../../common/metadata-urls.ts'
import { endpointKinds, pathFamilies } from '../../../catalogue/endpoint-paths.ts'
import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { kindOfPath } from '../endpoint/endpoint-place.ts'

/** Why there is no metadata at an issuer's addresses. */
export const metadata: Check = {
  name: 'metadata',
  look(kase) {
    const { step, answer, request } = kase
    if (step !== 'discovery' || answer === null) return null
    const { status, isWebPage, object } = answer
    const isNone = [400, 401, 403, 404, 405, 410].includes(status) || isWebPage
    if (!isNone || status >= 500) return []
    const issuer = issuerOf(request.url)
    const is = isWebPage && status < 400 ? 'page' : object === null ? 'none' : 'refused'
    return [...endpointTyped(kase, issuer), ...realmMoved(kase, issuer), ...plain(kase, is)]
  },
}

/** The address of an endpoint was entered where the issuer belongs. */
function endpointTyped(kase: Case, issuer: string): Cause[] {
  const found = kindOfPath(issuer)
  if (found === null || found.isVague || found.kind === 'issuer') return []
  const wanted = issuerBefore(issuer)
  return [
    cause(
      kase,
      'metadata_wrong_url',
      { basis: 'seen', confidence: 'likely' },
      { is: found.kind, ...(wanted !== null && { wanted }) },
      wanted === null ? {} : { change: { field: 'issuer', value: wanted } },
    ),
  ]
}

/** What is before a product's path; null where the path is of no product. */
function issuerBefore(url: string): string | null {
  const ends = pathFamilies.flatMap((family) => endpointKinds.flatMap((kind) => family[kind] ?? []))
  const end = ends
    .filter((path) => url.toLowerCase().endsWith(path))
    .toSorted((one, other) => other.length - one.length)[0]
  if (end === undefined) return null
  const before = url.slice(0, -end.length)
  return end.startsWith('/oauth2/v2.0') ? `${before}/v2.0` : before
}

/** Keycloak had /auth before /realms until version 17. */
function realmMoved(kase: Case, issuer: string): Cause[] {
  const match = /^(https?:\/\/[^/]{1,255})(\/auth)?(\/realms\/[^/]{1,200})$/.exec(issuer)
  if (match === null) return []
  const [, origin = '', auth, realm = ''] = match
  const wanted = auth === undefined ? `${origin}/auth${realm}` : `${origin}${realm}`
  return [
    cause(
      kase,
      'metadata_wrong_url',
      { basis: 'experience', confidence: 'possible' },
      { wanted },
      { change: { field: 'issuer', value: wanted } },
    ),
  ]
}

const plain = (kase: Case, is: string): Cause[] => [
  cause(kase, 'metadata_wrong_url', { basis: 'code', confidence: 'possible' }, { is }),
]
