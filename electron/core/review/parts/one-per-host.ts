import { hostOf } from '../../../common/host-of.ts'
import type { RecordedFacts } from '../case.ts'

/** The newest exchange with each host, of those that are newest first. */
export function onePerHost(exchanges: readonly RecordedFacts[]): (RecordedFacts & { host: string })[] {
  const hosts = new Map<string, RecordedFacts>()
  for (const exchange of exchanges) {
    const host = hostOf(exchange.url)
    if (!hosts.has(host)) hosts.set(host, exchange)
  }
  return [...hosts].map(([host, exchange]) => Object.assign({}, exchange, { host }))
}
