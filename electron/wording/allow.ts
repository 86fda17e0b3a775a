import { uncapital } from '../common/uncapital.ts'
import type { Remedy } from '../contract/finding.ts'
import { secretLabels } from './secret-names.ts'
import type { Way } from '../contract/way.ts'

type Asked = Extract<Remedy, { kind: 'allow_origin' }>

/** What would go where and how, and where it may go so far. */
export function allowText({ secret, origin, boundTo, boundWay, way, source }: Asked): { would: string; soFar: string } {
  const how = boundWay === null ? describeWay(way) : changesOfWay(boundWay, way)
  const isNew = boundTo.length === 0 ? ' for the first time' : ''
  return {
    would: `${subjectOf(secret)} (${source}) would be sent to ${origin}${isNew}${how.map((part) => `, ${part}`).join('')}.`,
    soFar: soFarText(boundTo, boundWay, secret),
  }
}

/** A key never leaves; what it signs does. */
function subjectOf(secret: Asked['secret']): string {
  const label = secretLabels[secret]
  const name = /^(?:[A-Z]{2}|Vault|Azure)/.test(label) ? label : uncapital(label)
  return secret === 'private_key' ? `An assertion signed with the ${name}` : `The ${name}`
}

function soFarText(boundTo: readonly string[], boundWay: Way | null, secret: Asked['secret']): string {
  if (boundWay !== null) return 'It is approved for this server, but not this way: proxy or trust changed since.'
  if (boundTo.length > 0) return `Approved so far: ${boundTo.join(', ')} only.`
  return secret === 'access_token'
    ? 'The server, or the way there, came with an imported file and is not approved yet.'
    : 'Not approved for any server yet.'
}

/** Everything about a way that is not as on a computer where nothing was set. */
export function describeWay({ proxy, bypass, ca, caFile, acceptedCertificate }: Way): string[] {
  return [
    ...(proxy === 'system' || proxy === 'none' ? [] : [`through the proxy ${proxy}`]),
    ...(bypass === '' ? [] : [`without the proxy for ${bypass}`]),
    ...(ca === '' ? [] : ['trusting the certificate authorities entered under Network']),
    ...(caFile === '' ? [] : [`trusting the certificate authorities in ${caFile}`]),
    ...(acceptedCertificate === '' ? [] : [`accepting the untrusted certificate ${acceptedCertificate}`]),
  ]
}

/** How a way differs from the one that was approved. */
export function changesOfWay(before: Way, now: Way): string[] {
  return [
    ...(before.proxy === now.proxy ? [] : [`${proxyText(now.proxy)} instead of ${proxyText(before.proxy)}`]),
    ...(before.bypass === now.bypass
      ? []
      : [`with another list of hosts that bypass the proxy: ${listText(now.bypass)}`]),
    ...(before.ca === now.ca
      ? []
      : [
          now.ca === ''
            ? 'without the certificate authorities trusted before'
            : 'trusting other certificate authorities than before',
        ]),
    ...(before.caFile === now.caFile ? [] : [caFileText(before.caFile, now.caFile)]),
    ...(before.acceptedCertificate === now.acceptedCertificate ? [] : [acceptedText(now.acceptedCertificate)]),
  ]
}

function proxyText(proxy: string): string {
  if (proxy === 'system') return 'through the system proxy'
  return proxy === 'none' ? 'without a proxy' : `through the proxy ${proxy}`
}

const listText = (bypass: string) => (bypass === '' ? 'none' : bypass)

function caFileText(before: string, now: string): string {
  return now === ''
    ? `without the certificate authorities in ${before}`
    : `trusting the certificate authorities in ${now}${before === '' ? '' : ` instead of ${before}`}`
}

function acceptedText(fingerprint: string): string {
  return fingerprint === '' ? 'without the accepted certificate' : `accepting the untrusted certificate ${fingerprint}`
}
