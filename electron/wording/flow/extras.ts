import { hostOf } from '../../common/host-of.ts'
import type { FlowExchange } from '../../contract/flow.ts'
import { joined } from './facts.ts'

type Answered = Pick<FlowExchange, 'status' | 'url'>

const statusOf = (exchange: Answered | null): string => String(exchange?.status ?? '')

/** Where a redirect came from; the host of the next one is named where it is another. */
export function redirectFact(exchange: Answered, previous: Answered | null): string {
  const host = hostOf(exchange.url)
  const isElsewhere = previous !== null && hostOf(previous.url) !== host
  return joined([`${statusOf(previous)} redirected here`.trim(), isElsewhere ? `at ${host}` : ''])
}

export const nonceFact = (previous: Answered | null): string =>
  joined([statusOf(previous), 'Sent again with the DPoP nonce of the server'])

export const renewalFact = (exchange: Answered): string =>
  joined([statusOf(exchange), 'Requested a new token for the call'])

export const againFact = (previous: Answered | null): string =>
  joined([statusOf(previous), 'Sent again with the new token'])

export const keysFact = (exchange: Answered, isMetadata: boolean): string =>
  joined([statusOf(exchange), isMetadata ? 'Metadata' : 'Key set', `at ${hostOf(exchange.url)}`])

const nouns = {
  redirect: 'redirects',
  nonce: 'retries with a DPoP nonce',
  renewal: 'renewals of the token',
  keys: 'fetches of keys',
} as const

/** `38 redirects`. */
export const foldedLabel = (icon: keyof typeof nouns, count: number): string => `${count} ${nouns[icon]}`

/** From where to where many led. */
export const foldedFact = (first: string, last: string, hidden: number): string =>
  joined([first === last ? first : `${first} to ${last}`, hidden === 0 ? '' : `${hidden} not kept`])
