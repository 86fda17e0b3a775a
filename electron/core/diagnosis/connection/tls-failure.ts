import { interceptors } from '../../../catalogue/interceptors.ts'
import type { TransportFailure } from '../../../contract/exchange.ts'
import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { changeTo } from '../endpoint/endpoint-place.ts'
import { isLoopbackHost } from '../../../common/loopback.ts'

type Failed = Case & { failure: TransportFailure }

const certain = { basis: 'code', confidence: 'certain' } as const

/** What TLS failed on, by the code or the words of Node, OpenSSL and BoringSSL. */
export function tlsFailure(kase: Failed): Cause[] {
  const { failure } = kase
  const { code, host } = failure
  const said = `${failure.nodeCode ?? ''} ${failure.evidence['words'] ?? ''}`.toLowerCase().replaceAll('_', ' ')
  if (/wrong version number|http request|packet length too long|record layer failure|https proxy request/.test(said)) {
    return failure.evidence['proxy'] === 'yes' ? [] : [speaksHttp(kase)]
  }
  if (/no application protocol/.test(said)) return [cause(kase, 'http_version_required', certain, {})]
  const is = kindOfAge(said)
  if (is !== null) {
    const confidence = is === 'cipher' && !/no (?:shared )?cipher|no ciphers/.test(said) ? 'possible' : 'certain'
    return [
      cause(kase, 'tls_too_old', { basis: 'code', confidence }, { host, is, reason: failure.evidence['words'] ?? '' }),
    ]
  }
  return code === 'tls_unknown_ca' || code === 'tls_self_signed' ? chain(kase) : []
}

function kindOfAge(said: string): string | null {
  if (/unsafe legacy renegotiation/.test(said)) return 'renegotiation'
  if (/unsupported protocol|alert protocol version|version too low|no protocols available/.test(said)) return 'version'
  if (/key too small|bad dh (?:value|p length)/.test(said)) return 'key'
  if (/too weak|legacy sigalg|^unspecified /.test(said)) return 'weak'
  if (
    /no shared cipher|no ciphers available|no cipher match|alert handshake failure|insufficient security/.test(said)
  ) {
    return 'cipher'
  }
  return null
}

function speaksHttp(kase: Failed): Cause {
  const { host, port } = kase.failure
  const { url } = kase.request
  const wanted = url.startsWith('https://') && isLoopbackHost(host) ? url.replace(/^https:/, 'http:') : null
  return cause(
    kase,
    'port_speaks_http',
    certain,
    { host, port: String(port), ...(wanted !== null && { wanted }) },
    changeTo(kase, wanted),
  )
}

/** An authority that is not public: something on the way, a chain that is cut, or the company's own. */
function chain(kase: Failed): Cause[] {
  const { failure, tls } = kase
  const { host, nodeCode } = failure
  const issuers = [failure.evidence['issuer'] ?? '', ...(tls?.chain ?? []).map(({ issuer }) => issuer)].filter(Boolean)
  const product = interceptors.find((each) => issuers.some((issuer) => each.issuer.test(issuer)))
  const [issuer = ''] = issuers
  const evidence = { host, ...(issuer && { issuer }) }
  if (product !== undefined) {
    return [
      cause(
        kase,
        'tls_intercepted',
        { basis: 'seen', confidence: 'certain' },
        { ...evidence, product: product.product },
      ),
    ]
  }
  const isHere = isLoopbackHost(host)
  const isCut = /^UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)$/.test(nodeCode ?? '')
  if (isCut && (tls?.chain.length ?? 1) <= 1) {
    return [
      cause(kase, 'tls_chain_incomplete', { basis: 'code', confidence: isHere ? 'possible' : 'likely' }, evidence),
    ]
  }
  if (isHere || nodeCode !== 'SELF_SIGNED_CERT_IN_CHAIN') return []
  return [cause(kase, 'tls_intercepted', { basis: 'experience', confidence: 'possible' }, evidence)]
}
