import type { Headers, TransportFailure } from '../../../contract/exchange.ts'
import type { HttpRequest, ReceivedResponse } from '../../http/transcript.ts'
import { failureMessage, type Send } from './sender.ts'

/** Why a request of an SDK has no answer, in words for people. `code` is Node's, where it has one. */
export class NoAnswer extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.name = 'NoAnswer'
    this.code = code
  }
}

/** What happened while an SDK was at work, which its own errors leave out. */
export interface Journal {
  /** What was sent, or signed with, that an answer may repeat and nobody should read. */
  secrets: Set<string>
  /** The last request that had no answer. */
  noAnswer: NoAnswer | null
}

export const newJournal = (): Journal => ({ secrets: new Set(), noAnswer: null })

/** Sends a request that an SDK made. @throws NoAnswer, for a redirect too: it would take the login elsewhere */
export async function sendForSdk(
  send: Send,
  request: HttpRequest,
  journal: Journal,
  timeout?: number,
): Promise<ReceivedResponse> {
  const sent = await send(request, timeout)
  if (sent.ok && !isRedirect(sent.response)) return sent.response
  journal.noAnswer = sent.ok ? redirected(request.url, sent.response) : noAnswerOf(sent.failure)
  throw journal.noAnswer
}

const noAnswerOf = (failure: TransportFailure) =>
  new NoAnswer(failureMessage(failure, trust), failure.nodeCode ?? failure.code)

const isRedirect = ({ status }: ReceivedResponse) => status >= 300 && status < 400

function redirected(url: string, { status }: ReceivedResponse): NoAnswer {
  const message = `${new URL(url).origin} redirects (${status}), which is not followed. Check the address.`
  return new NoAnswer(message, 'redirect')
}

const trust =
  'If a proxy of yours opens connections, install the certificate of its authority among those that this computer trusts.'

/** Header fields as SDKs want them: names in small letters, those that came twice joined. @see RFC 9110 §5.3 */
export function joinedHeaders(headers: Headers): Record<string, string> {
  const joined = new Map<string, string>()
  for (const [name, value] of headers) {
    const known = joined.get(name.toLowerCase())
    joined.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`)
  }
  return Object.fromEntries(joined)
}
