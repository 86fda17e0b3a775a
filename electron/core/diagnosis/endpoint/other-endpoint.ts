import type { EndpointKind } from '../../../catalogue/endpoint-paths.ts'
import type { Metadata } from '../../../contract/outcome.ts'
import { isAnsweredElsewhere, isAnsweredHere } from '../answered-elsewhere.ts'
import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { missingParameter } from '../missing-parameter.ts'
import {
  changeTo,
  type EndpointStep,
  isSameAddress,
  kindOfPath,
  kindOfStep,
  publishedFor,
  siblingOf,
} from './endpoint-place.ts'

/** The request went to another endpoint of the server: by its metadata, or by the path alone where nothing is published. */
export function otherEndpoint(kase: Case, step: EndpointStep): Cause[] {
  const { request, metadata } = kase
  const { url } = request
  const wanted = publishedFor(step, metadata)
  if (isSameAddress(url, wanted)) return []
  const published = publishedKind(url, metadata)
  if (published !== null && published !== kindOfStep[step]) {
    return [
      cause(
        kase,
        'wrong_endpoint',
        { basis: 'seen', confidence: 'certain' },
        evidence(url, published, wanted),
        changeTo(kase, wanted),
      ),
    ]
  }
  const byWords = kindByWords(kase)
  const byPath = kindOfPath(url)
  if (byWords !== null) {
    const is = byPath === null || byPath.kind === kindOfStep[step] ? byWords : byPath.kind
    const right = wanted ?? siblingOf(url, is, kindOfStep[step])
    return [
      cause(
        kase,
        'wrong_endpoint',
        { basis: 'words', confidence: is === byWords ? 'certain' : 'likely' },
        evidence(url, is, wanted, right),
        changeTo(kase, right),
      ),
    ]
  }
  if (byPath === null || byPath.kind === kindOfStep[step]) return []
  if (byPath.isVague && !isAnsweredElsewhere(kase)) return []
  const isRead = isAnsweredHere(kase)
  if (isRead && !['introspection', 'revocation', 'token'].includes(byPath.kind)) return []
  const right = wanted ?? siblingOf(url, byPath.kind, kindOfStep[step])
  return [
    cause(
      kase,
      'wrong_endpoint',
      { basis: 'seen', confidence: isRead || (byPath.isVague && wanted === null) ? 'possible' : 'likely' },
      evidence(url, byPath.kind, wanted, right),
      changeTo(kase, right),
    ),
  ]
}

/** A parameter that the server misses says what its endpoint is for. */
function kindByWords({ step, answer }: Case): EndpointKind | null {
  const name = missingParameter(answer?.words ?? '')
  if (step === 'token') {
    if (name === 'token') return 'introspection'
    return name === 'response_type' || name === 'redirect_uri' ? 'authorization' : null
  }
  return name === 'grant_type' || answer?.error === 'unsupported_grant_type' ? 'token' : null
}

const evidence = (url: string, is: EndpointKind, wanted: string | null, usual: string | null = null) => ({
  url,
  is,
  ...(wanted !== null && { wanted }),
  ...(wanted === null && usual !== null && { usual }),
})

/** Which of the published addresses this is. */
function publishedKind(url: string, metadata: Metadata | null): EndpointKind | null {
  if (metadata === null) return null
  const named: readonly (readonly [EndpointKind, string | null])[] = [
    ['token', metadata.token_endpoint],
    ['introspection', metadata.introspection_endpoint],
    ['revocation', metadata.revocation_endpoint],
    ['keys', metadata.jwks_uri],
    ['issuer', metadata.issuer],
  ]
  return named.find(([, address]) => isSameAddress(url, address))?.[0] ?? null
}
