import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { NetworkPolicy } from '../../contract/network-policy.ts'
import type { Way, WaySetting } from '../../contract/way.ts'
import { parseProxy, proxyLabel } from '../proxy/proxy-url.ts'

/** Where nothing is set. */
export const plainWay: Way = { proxy: 'system', bypass: '', ca: '', caFile: '', acceptedCertificate: '' }

/** The way that a network policy makes requests take. */
export function wayOf({ proxy, ca, caFile, acceptedCertificate }: NetworkPolicy): Way {
  const isExplicit = proxy.mode === 'explicit'
  return {
    proxy: isExplicit ? proxyName(proxy.url) : proxy.mode,
    bypass: isExplicit ? proxy.bypass : '',
    ca: ca.trim() === '' ? '' : createHash('sha256').update(ca.trim()).digest('base64url'),
    caFile,
    acceptedCertificate,
  }
}

export const isSameWay = (one: Way, other: Way): boolean => isDeepStrictEqual(one, other)

/** Each part of a way by itself. */
export function partsOf({ proxy, bypass, ca, caFile, acceptedCertificate }: Way): WaySetting[] {
  return [
    { part: 'proxy', value: proxy },
    { part: 'bypass', value: bypass },
    { part: 'ca', value: ca },
    { part: 'caFile', value: caFile },
    { part: 'acceptedCertificate', value: acceptedCertificate },
  ]
}

function proxyName(url: string): string {
  const parsed = parseProxy(url, '', '')
  return parsed === null ? url : proxyLabel(parsed)
}
