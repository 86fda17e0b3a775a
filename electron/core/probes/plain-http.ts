import { endpointOf } from '../../common/endpoints.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { outcomeOf, sendRecorded } from '../flow/perform.ts'
import { preparePublicRequest } from '../flow/public-request.ts'
import type { ReviewCase } from '../review/case.ts'
import { broken, type Broken, brokenBy, found, seenOf, unclear } from './broken.ts'
import { notPossible, planned, requests } from './planned.ts'
import type { ProbeRunner } from './probe.ts'
import type { ProbeDeps, Probing } from './probing.ts'
import { type PlainAnswer, plainAnswerOf } from './plain-answer.ts'
import { safeCalls, urlOfCall } from './safe-call.ts'
import { withoutCertificate } from './stranger.ts'

const form: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded']

/** Origins that are asked at most. */
const most = 8

/** Whether what is reached by https is served by plain http as well. Nothing goes along. @see RFC 9700 §2.6, RFC 6750 §5.3 */
export const plainHttp: ProbeRunner<'plain_http'> = {
  plan: (kase) => {
    const urls = plainUrlsOf(kase)
    if (urls.length === 0) return notPossible('no_https')
    return requests(...urls.map((url) => planned('ask_by_http', methodFor(kase, url), url, 'nothing')))
  },

  run: async (deps, probing) => {
    const answers: { url: string; answer: PlainAnswer | Broken; exchange: Exchange | null }[] = []
    for (const url of plainUrlsOf(probing.kase)) {
      answers.push({ url, ...(await ask(deps, probing, url)) })
      if (probing.signal.aborted) break
    }
    const of = (kind: string) =>
      answers
        .filter(({ answer }) => answer.kind === kind)
        .map(({ url }) => url)
        .join(' ')
    const lists = { served: of('served'), redirected: of('redirected'), refused: of('refused'), unclear: of('broken') }
    const evidence = Object.fromEntries(Object.entries(lists).filter(([, urls]) => urls !== ''))
    const worst = answers.toSorted((one, other) => rank(one.answer) - rank(other.answer))
    const seen = worst.flatMap(({ exchange }) => (exchange === null ? [] : [seenOf(exchange, 'ask_by_http')]))
    if (lists.served !== '') return found('fails', { ...evidence, ...statusOf(worst[0]?.exchange ?? null) }, seen)
    const open = answers.flatMap(({ answer }) => (answer.kind === 'broken' ? [answer] : []))[0]
    if (open !== undefined) return { ...unclear(open, evidence), seen }
    if (probing.signal.aborted) return unclear(broken('cancelled'), evidence)
    return found('holds', { ...evidence, ...statusOf(worst[0]?.exchange ?? null) }, seen)
  },
}

const rank = ({ kind }: PlainAnswer | Broken): number => ['served', 'broken', 'redirected', 'refused'].indexOf(kind)

const statusOf = (exchange: Exchange | null) =>
  exchange === null || exchange.response === null ? {} : { status: String(exchange.response.status) }

/** What is reached by https as it would be reached by http, at the same port where one is named; each origin once. */
export function plainUrlsOf(kase: ReviewCase): string[] {
  const { settings } = kase
  const names = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const
  const endpoints = [...names.flatMap((name) => [endpointOf(settings, name), settings[name]]), settings.jwks_uri]
  const urls = [...endpoints, ...safeCalls(kase).map((call) => urlOfCall(kase, call))].flatMap(
    (url) => plainUrlOf(url) ?? [],
  )
  const byOrigin = new Map(urls.toReversed().map((url) => [new URL(url).origin, url]))
  return [...byOrigin.values()].toReversed().slice(0, most)
}

/** Null of what is not reached by https, or where is known only with the values of variables. */
function plainUrlOf(url: string): string | null {
  if (url.includes('{{') || !URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  return protocol === 'https:' ? `http://${host}${pathname}` : null
}

/** A protocol endpoint is there for POST alone: to GET many answer 404, which would look like a refusal of plain http. */
function methodFor({ settings }: ReviewCase, url: string): 'GET' | 'POST' {
  const { token_endpoint, introspection_endpoint, revocation_endpoint, mtls_endpoint_aliases } = settings
  const endpoints = [token_endpoint, introspection_endpoint, revocation_endpoint]
  const all = [...endpoints, ...Object.values(mtls_endpoint_aliases)]
  return all.some((endpoint) => plainUrlOf(endpoint) === url) ? 'POST' : 'GET'
}

async function ask(deps: ProbeDeps, { environment, begin, kase }: Probing, url: string) {
  const method = methodFor(kase, url)
  const flow = begin('ask_by_http')
  const context = await preparePublicRequest(deps, withoutCertificate(environment), 'api', flow)
  if (!context.ok) return { answer: broken('not_sent', { step: 'ask_by_http' }), exchange: null }
  const performed = await sendRecorded(deps, context.value, {
    method,
    url,
    headers: [['Accept', '*/*'], ...(method === 'POST' ? [form] : [])],
    body: method === 'POST' ? new Uint8Array() : null,
  })
  const { exchange, transcript } = performed
  outcomeOf(performed, { kind: 'asked', findings: [] })
  const answer = plainAnswerOf(transcript)
  return { answer: answer.kind === 'unclear' ? brokenBy('ask_by_http', exchange, answer.why) : answer, exchange }
}
