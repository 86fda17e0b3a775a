import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import type { Seen } from '../../../contract/review.ts'
import type { RecordedFacts, ReviewCase } from '../case.ts'
import { judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'

/**
 * Whether the authorization server takes requests from known addresses only. It shows where a request was refused for its
 * address; else only the operator knows, and what helps is which address was seen, and what is sent from here.
 */
export const ipAllowList: ReviewCheck = {
  name: 'ip_allow_list',
  look: (kase) => {
    const asked = kase.exchanges.filter(({ purpose }) => purpose !== 'api')
    const refusal = asked.find(isRefusedForAddress)
    if (refusal !== undefined) return [judged('address_list_applied', seenOfRefusal(refusal))]
    const seen = [...addressInToken(kase), ...asked.flatMap(addressInAnswer)][0]
    const from = sentFrom(asked)
    return [
      seen === undefined
        ? judged('address_not_said', from)
        : judged('address_said', [seen, ...from], { address: seen.value }),
    ]
  },
}

const longest = 300

/** Words that say that an address is on no list. One that is blocked may be on a list of bad ones: that shows nothing. */
const aboutAddress =
  /\b(?:ip|address)(?:es)?\b[^.]{0,20}(?:\d[^ ]{0,45} )?(?:is |was |are )?not (?:allowed|permitted|authori[sz]ed|whitelisted|allow-?listed|(?:in|on) (?:the |an? )?(?:allow|white))/i

function isRefusedForAddress({ answer }: RecordedFacts): boolean {
  return answer !== null && answer.status >= 400 && answer.status < 500 && aboutAddress.test(answer.words)
}

function seenOfRefusal(refusal: RecordedFacts): Seen[] {
  const { answer } = refusal
  const words = answer?.said?.words ?? answer?.words.slice(0, longest) ?? ''
  const place = answer?.said?.place ?? 'body'
  return [seenIn(refusal, 'status', 'status', String(answer?.status)), seenIn(refusal, 'member', place, words)]
}

/** Names that servers have for the address that they saw. Keycloak puts it into tokens as `clientAddress`. */
const headers = ['x-client-ip', 'x-your-ip', 'x-remote-ip', 'x-source-ip', 'x-real-ip']
const members = [
  'clientAddress',
  'client_ip',
  'clientIp',
  'remote_addr',
  'remoteAddress',
  'source_ip',
  'sourceIp',
  'ip',
]

const addressOf = (object: JsonObject | null) => (name: string) => {
  const address = object === null ? null : stringOf(memberOf(object, name)?.source)
  return address !== null && isAddress(address) ? [{ name, address }] : []
}

function addressInToken({ issued }: ReviewCase): Seen[] {
  if (issued === null) return []
  const found = members.flatMap(addressOf(issued.facts.claims))
  return found.map(({ name, address }) => seenIn(issued, 'claim', name, address))
}

function addressInAnswer(recorded: RecordedFacts): Seen[] {
  const { answer } = recorded
  const ofHeaders = headers.flatMap((name) => {
    const address = answer?.headers.get(name)?.trim() ?? ''
    return isAddress(address) ? [seenIn(recorded, 'header', name, address)] : []
  })
  const ofBody = members.flatMap(addressOf(answer?.object ?? null))
  return [...ofHeaders, ...ofBody.map(({ name, address }) => seenIn(recorded, 'member', name, address))]
}

const isAddress = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (/^[\da-f:]{3,39}$/i.test(text) && text.split(':').length > 2)

/** The address of this computer that the newest connection began at, or the proxy that hides it. */
function sentFrom(exchanges: readonly RecordedFacts[]): Seen[] {
  const connected = exchanges.find(({ connection }) => connection !== null)
  if (connected === undefined) return []
  const { proxy = null, localAddress = null } = connected.connection ?? {}
  if (proxy !== null) return [seenHere('figure', 'proxy', proxy)]
  return localAddress === null ? [] : [seenHere('figure', 'localAddress', localAddress)]
}
