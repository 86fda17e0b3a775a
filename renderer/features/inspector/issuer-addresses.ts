import { isLoopbackHost } from '../../../electron/common/loopback.ts'
import { issuerOf, metadataUrls } from '../../../electron/common/metadata-urls.ts'
import { problemOf } from '../../../electron/vocabulary/text-rule.ts'
import { httpUrlRule } from '../../../electron/vocabulary/url-rules.ts'

/** The addresses that would be asked for an issuer's metadata, in this order; or why none is. */
export type IssuerAddresses = { kind: 'addresses'; urls: readonly string[] } | { kind: 'refused'; reason: string }

export function issuerAddresses(iss: string): IssuerAddresses {
  const issuer = issuerOf(iss)
  if (!/^https?:\/\//i.test(issuer)) return refused('This is not a web address, so there is nowhere to ask for keys.')
  const problem = problemOf(httpUrlRule, issuer)
  if (problem !== null) return refused(`It is not asked. ${problem}`)
  const url = new URL(issuer)
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return refused('It is not asked: over http anyone on the way could answer with keys of their own.')
  }
  if (url.search !== '') return refused('It is not asked: an issuer has no query. See RFC 8414 §2.')
  return { kind: 'addresses', urls: metadataUrls(url) }
}

const refused = (reason: string): IssuerAddresses => ({ kind: 'refused', reason })
