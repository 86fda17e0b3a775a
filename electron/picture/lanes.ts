import { hostOf } from '../common/host-of.ts'
import { oneLine } from '../common/one-line.ts'
import type { FlowAct, FlowExchange, FlowPlan } from '../contract/flow.ts'
import { laneTitles, noCall, noClient, noServer, unknownHost } from '../wording/flow/lanes.ts'
import type { Lane } from './picture.ts'

/** Who takes part: by the plan, and by what a run used. An API on the host of the authorization server is still another one. */
export function lanesOf(plan: FlowPlan, acts: readonly Pick<FlowAct, 'exchanges'>[]): Lane[] {
  const exchanges = acts.flatMap((act) => act.exchanges)
  const proxies = [...new Set([plan.proxy, ...exchanges.map(({ proxy }) => proxy)])].filter((proxy) => proxy !== null)
  return [
    lane('app', plan.client_id === '' ? noClient : plan.client_id),
    ...sourceLanes(plan.sources),
    ...(proxies.length === 0 ? [] : [lane('proxy', proxiesOf(plan, exchanges))]),
    lane('server', plan.token_endpoint === '' ? noServer : hostOf(plan.token_endpoint)),
    lane('api', plan.call === null ? noCall : hostOf(plan.call.url)),
  ]
}

const lane = (id: Lane['id'], subtitle: string): Lane => ({ id, title: laneTitles[id], subtitle: oneLine(subtitle) })

/** The proxies that were used, else the one that would be. */
function proxiesOf(plan: FlowPlan, exchanges: readonly Pick<FlowExchange, 'proxy'>[]): string {
  const used = new Set(exchanges.flatMap(({ proxy }) => (proxy === null ? [] : [proxyHost(proxy)])))
  return used.size === 0 ? proxyHost(plan.proxy ?? '') : [...used].join(', ')
}

/** Host and port; SOCKS proxies have URLs of another scheme. */
const proxyHost = (url: string): string => hostOf(url.replace(/^socks\w*:/i, 'http:'))

function sourceLanes(sources: FlowPlan['sources']): Lane[] {
  const kinds = new Set(sources.map(({ kind }) => kind))
  return [...kinds].map((kind) => {
    const hosts = sources.flatMap((source) => (source.kind === kind && source.host !== '' ? [source.host] : []))
    return lane(kind, hosts.length === 0 ? unknownHost : hosts.join(', '))
  })
}
