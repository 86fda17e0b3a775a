import { isAnsweredElsewhere } from '../answered-elsewhere.ts'
import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { refusesClient } from '../refuses-client.ts'
import { changeTo, type EndpointStep, isAlias, isSameAddress, plainUrl, publishedFor } from './endpoint-place.ts'

/** The request went elsewhere than where the metadata says: another host, tenant, authorization server or path. */
export function otherThanPublished(kase: Case, step: EndpointStep): Cause[] {
  const { url } = kase.request
  const wanted = publishedFor(step, kase.metadata)
  const [sent, right] = [plainUrl(url), plainUrl(wanted ?? '')]
  if (wanted === null || sent === null || right === null || isAlias(step, url, kase.metadata)) return []
  const said = changeTo(kase, wanted)
  const isElsewhere = isAnsweredElsewhere(kase)
  const by = (confidence: 'likely' | 'possible') => ({ basis: 'seen', confidence }) as const
  const wrongUrl = (confidence: 'likely' | 'possible', differs: string) =>
    cause(kase, 'wrong_token_url', by(confidence), { url, wanted, differs }, said)
  if (isSameAddress(url, wanted)) {
    const hasOtherSlash = url.endsWith('/') !== wanted.endsWith('/')
    return hasOtherSlash && isElsewhere ? [wrongUrl('likely', 'slash')] : []
  }
  if (sent.host !== right.host) {
    return [cause(kase, 'wrong_token_host', by(isElsewhere ? 'likely' : 'possible'), { host: sent.host, wanted }, said)]
  }
  if (sent.protocol !== right.protocol) return [wrongUrl('likely', 'scheme')]
  const tenant = differingSegment(sent.pathname, right.pathname)
  if (tenant === null) return [wrongUrl(isElsewhere ? 'likely' : 'possible', 'path')]
  const isRefused = isElsewhere || refusesClient(kase)
  const byTenant = { basis: 'seen', confidence: isRefused ? 'certain' : 'possible' } as const
  return tenant.isServer
    ? [cause(kase, 'wrong_authorization_server', byTenant, { name: tenant.name }, said)]
    : [cause(kase, 'wrong_tenant', byTenant, { tenant: tenant.name }, said)]
}

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** The one part in which two paths of the same length differ, where it names a tenant, a realm or an authorization server. */
function differingSegment(sent: string, right: string): { name: string; isServer: boolean } | null {
  const [ours, theirs] = [sent.split('/'), right.split('/')]
  const different = ours.flatMap((part, index) => (part === theirs[index] ? [] : [index]))
  const [index] = different
  if (ours.length !== theirs.length || different.length !== 1 || index === undefined) return null
  const [name, before] = [ours[index] ?? '', ours[index - 1] ?? '']
  if (before === 'oauth2' && ours[index + 1] === 'v1') return { name, isServer: true }
  const isTenant = /^(?:realms|tenants?|t|organizations?|environments)$/.test(before) || guid.test(theirs[index] ?? '')
  return isTenant ? { name, isServer: false } : null
}
