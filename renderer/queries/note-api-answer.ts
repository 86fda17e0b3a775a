import { webPageOf } from '../../electron/common/web-page.ts'
import type { ApiCallOutcome } from '../../electron/contract/outcome.ts'
import { call } from '../host.ts'
import { refusedTokens } from '../state/refused-tokens.ts'

type Answered = Extract<ApiCallOutcome, { kind: 'answered' }>

/** What an answer says about the token of the environment: that it is refused or accepted; null where it says neither, or another token was sent. */
export function verdictOnToken(outcome: ApiCallOutcome): 'refused' | 'accepted' | null {
  if (outcome.kind !== 'answered' || outcome.tokenUse === 'pasted' || outcome.tokenUse === 'none') return null
  // A web page is of a proxy or a login, and not of the API.
  if (webPageOf(outcome.findings) !== undefined) return null
  if (outcome.status === 401) return 'refused'
  return outcome.status >= 200 && outcome.status < 300 ? 'accepted' : null
}

/** Notes it. `of` is the exchange of the token that was held when the call was started; empty where none was. */
export async function noteApiAnswer(environmentId: string, outcome: ApiCallOutcome, of: string): Promise<void> {
  const verdict = verdictOnToken(outcome)
  if (verdict === null || outcome.kind !== 'answered') return
  const sent = outcome.tokenUse === 'reused' ? of : await issuedFor(outcome)
  if (sent === '') return
  if (verdict === 'refused') refusedTokens.set(environmentId, sent)
  else if (refusedTokens.get(environmentId) === sent) refusedTokens.set(environmentId, null)
}

/** The exchange of the token that was requested for the call; empty when it is not recorded. */
async function issuedFor({ exchangeId }: Answered): Promise<string> {
  // What failed leaves the token as it is shown.
  const chain = await call('getExchangeChain', { id: exchangeId }).catch(() => [])
  return chain.findLast(({ purpose }) => purpose === 'token')?.id ?? ''
}
