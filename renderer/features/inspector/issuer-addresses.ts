import { isLoopbackHost } from '../../../electron/common/loopback.ts'
import { issuerOf, metadataUrls } from '../../../electron/common/metadata-urls.ts'
import { httpUrlSchema } from '../../../electron/contract/url.ts'

/** The addresses that would be asked for an issuer's metadata, in this order; or why none is. */
export type IssuerAddresses = { kind: 'addresses'; urls: readonly string[] } | { kind: 'refused'; reason: string }

export function issuerAddresses(iss: string): IssuerAddresses {
  const issuer = issuerOf(iss)
  if (!/^https?:\/\//i.test(issuer)) return refused('This is not a web address, so there is nowhere to ask for keys.')
  const parsed = httpUrlSchema.safeParse(issuer)
  if (!parsed.success) return refused(`It is not asked. ${parsed.error.issues[0]?.message ?? ''}`)
  const url = new URL(parsed.data)
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return refused('It is not asked: over http anyone on the way could answer with keys of their own.')
  }
  if (url.search !== '') return refused('It is not asked: an issuer has no query. See RFC 8414 §2.')
  return { kind: 'addresses', urls: metadataUrls(url) }
}

const refused = (reason: string): IssuerAddresses => ({ kind: 'refused', reason })
