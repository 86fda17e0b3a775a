import { isOfExpired } from '../../common/of-expired.ts'
import { isWithoutToken } from '../../common/without-token.ts'
import { webPageOf } from '../../common/web-page.ts'
import type { FlowAct, FlowScenario } from '../../contract/flow.ts'
import { checkTitles } from '../checks.ts'
import { checkSentence } from '../checks/sentences.ts'
import { findingSentence, findingText } from '../findings.ts'
import { sentence } from '../sentence.ts'
import { narrowedFact, provenByCall, withoutTokenFact } from './api-answer.ts'
import { provenByServer } from './introspection.ts'
import { verdictWord } from './verification.ts'
import type { VerdictWords } from './verdict.ts'

type Noted = Pick<FlowAct, 'name' | 'result' | 'findings'>

const expiredTitle = 'Revoked, and the token has expired as well'

/** Where the run was to prove something and did not; null of any other act. */
export function notProven(scenario: FlowScenario, { name, result, findings }: Noted): VerdictWords | null {
  if (result?.kind === 'introspected' && name === 'introspect_again') {
    if (isOfExpired(findings)) return { title: expiredTitle, reason: sentence(provenByServer(result, findings)) }
    return {
      title: 'Revoked, and the server still says active',
      reason: 'It accepted the revocation, which had no effect there.',
    }
  }
  if (result?.kind !== 'answered') return null
  const { status } = result
  const unsent = findings.find((found) => isWithoutToken([found]))
  if (unsent !== undefined) return { title: withoutTokenFact(findings), reason: findingSentence(unsent) }
  const page = webPageOf(findings)
  if (page !== undefined)
    return { title: `The API answered ${status} with a web page`, reason: findingText(page).sentence }
  if (name === 'call_again') {
    const title = isOfExpired(findings)
      ? expiredTitle
      : status < 300
        ? 'Revoked, and the API still accepts the token'
        : `Revoked, and the API answered ${status}`
    return { title, reason: sentence(provenByCall({ result, findings })) }
  }
  if (scenario !== 'narrow') return null
  const title = status < 300 ? 'The API accepted the narrower token' : `The API answered ${status}`
  return { title, reason: sentence(narrowedFact({ result, findings })) }
}

/** What is worth knowing of acts that worked, a sentence each. */
export const worthKnowing = (acts: readonly (Noted & Pick<FlowAct, 'state'>)[]): string[] =>
  acts.filter(({ state }) => state === 'noted').flatMap(notesOf)

function notesOf({ result, findings }: Noted): string[] {
  const found = findings.filter(({ severity }) => severity !== 'info').map(findingSentence)
  if (result?.kind !== 'verified') return found
  const flaws = result.checks
    .filter((check) => check.result === 'failed')
    .map((check) => `${checkTitles[check.name]}: ${checkSentence(check)}`)
  const verdict = result.verdict === 'genuine' ? [] : [sentence(`The token: ${verdictWord(result)}`)]
  return [...verdict, ...flaws, ...found]
}
