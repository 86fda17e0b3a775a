import type { Headers, TransportFailure } from '../../../contract/exchange.ts'
import type { Problem } from '../../../contract/problem.ts'
import type { HttpRequest, ReceivedResponse } from '../../http/transcript.ts'
import { problem } from '../../problem.ts'
import { type Send, unreachable } from './sender.ts'

/** Why a request of an SDK has no answer. `code` is Node's, where it has one. */
export class NoAnswer extends Error {
  readonly problem: Problem
  readonly code: string

  constructor(reason: Problem, code: string) {
    super(reason.code)
    this.name = 'NoAnswer'
    this.problem = reason
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
  new NoAnswer(unreachable(failure, 'system'), failure.nodeCode ?? failure.code)

const isRedirect = ({ status }: ReceivedResponse) => status >= 300 && status < 400

function redirected(url: string, { status }: ReceivedResponse): NoAnswer {
  return new NoAnswer(problem('source_redirects', { origin: new URL(url).origin, status: String(status) }), 'redirect')
}

/** Header fields as SDKs want them: names in small letters, those that came twice joined. @see RFC 9110 §5.3 */
export function joinedHeaders(headers: Headers): Record<string, string> {
  const joined = new Map<string, string>()
  for (const [name, value] of headers) {
    const known = joined.get(name.toLowerCase())
    joined.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`)
  }
  return Object.fromEntries(joined)
}
