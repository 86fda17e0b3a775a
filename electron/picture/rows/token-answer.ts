import { endingFact } from '../../wording/flow/endings.ts'
import { labels } from '../../wording/flow/labels.ts'
import { expectedToken, tokenFacts } from '../../wording/flow/token.ts'
import type { Row } from '../picture.ts'
import type { Scene } from './scene.ts'

/** What came back for the client's credentials. */
export function tokenAnswerWords(
  { plan, act }: Scene,
  status: number | null,
): Pick<Row, 'label' | 'isBytes' | 'facts'> {
  const result = act?.result ?? null
  const planned = { label: labels.token_expected, isBytes: true, facts: expectedToken(plan) }
  if (act === null || result === null) return planned
  const code = status === null ? '' : `${status} `
  switch (result.kind) {
    case 'token':
      return { label: `${code}access_token`, isBytes: true, facts: tokenFacts(result) }
    case 'refused':
      return { label: `${result.status} ${result.error.error}`, isBytes: true, facts: endingFact(act) }
    case 'nonconformant':
      return { label: String(result.status), isBytes: true, facts: endingFact(act) }
    case 'unreachable':
      return act.exchanges.at(-1)?.sent === 'yes' ? { ...planned, facts: endingFact(act) } : planned
    case 'verified':
    case 'introspected':
    case 'answered':
    case 'revoked':
    case 'not_sent':
      return planned
  }
}
