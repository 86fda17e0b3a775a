import { isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import { formParameters } from '../../../common/client-settings/request-parameters.ts'
import { splitUserinfo } from '../../../common/client-settings/userinfo.ts'
import { issuerOf } from '../../../common/metadata-urls.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { httpUrlRule } from '../../../vocabulary/url-rules.ts'
import { isSecretPair } from './secret-marks.ts'
import { problemOf } from '../../../vocabulary/text-rule.ts'

/** A URL of a setting as it can be kept, or empty with why not. */
export function endpointText(field: string, text: string): { url: string; facts: ImportFact[] } {
  const trimmed = text.trim()
  if (trimmed === '') return { url: '', facts: [] }
  const withScheme = isHost(trimmed) ? `https://${trimmed}` : trimmed
  const url = plainAddress(withScheme)
  const assumed: ImportFact[] =
    withScheme === trimmed ? [] : [{ code: 'settings', evidence: { note: 'scheme_assumed', names: ['https'] } }]
  const dropped: ImportFact[] =
    url.length === withScheme.split('#', 1)[0]?.length
      ? []
      : [{ code: 'settings', evidence: { note: 'not_kept', names: [field] } }]
  if (problemOf(httpUrlRule, url) === null && !isPlaceholder(url) && !/[<>{}]|%7b/i.test(url))
    return { url, facts: [...assumed, ...dropped] }
  const shown = url.slice(0, 200)
  return isPlaceholder(url) || /[<>{}]/.test(url)
    ? { url: '', facts: [{ code: 'placeholder', evidence: { field } }] }
    : { url: '', facts: [{ code: 'not_a_url', evidence: { field, text: shown } }] }
}

/** `login.example.com/oauth/token`, which tools take without its scheme. */
const isHost = (text: string): boolean =>
  /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d{1,5})?(?:\/|$)/i.test(text) && !/^\d+(?:\.\d+)*$/.test(text)

/** The issuer that a text for a token endpoint is; null where it may be a token endpoint. */
export function issuerInstead(url: string): string | null {
  const issuer = issuerOf(url)
  if (issuer !== url) return issuer
  return /^https?:\/\/[^/?#]+(?:\/|(?:\/auth)?\/realms\/[^/?#]+\/?|\/oauth2\/(?:default|aus\w+)\/?)?$/i.test(url)
    ? url
    : null
}

/** An address without a login, a fragment, and what may be secret in its query. */
function plainAddress(text: string): string {
  const [address = ''] = splitUserinfo(text).url.split('#', 1)
  const at = address.indexOf('?')
  if (at < 0) return address
  const kept = address
    .slice(at + 1)
    .split('&')
    .filter((part) => !formParameters(part).some(isSecretPair))
  return kept.length === 0 ? address.slice(0, at) : `${address.slice(0, at)}?${kept.join('&')}`
}
