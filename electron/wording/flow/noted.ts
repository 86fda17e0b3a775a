import type { FlowAct, FlowScenario } from '../../contract/flow.ts'
import { findingText } from '../findings.ts'
import { narrowedFact, provenByCall } from './api-answer.ts'
import { decisiveFinding } from './endings.ts'
import { verdictSentence } from '../checks.ts'
import type { VerdictWords } from './stopped.ts'
import { actNouns } from './verdict.ts'

type Noted = Pick<FlowAct, 'name' | 'result' | 'findings'>

/** An act that worked, with something to know. */
export function notedAct(scenario: FlowScenario, { name, result, findings }: Noted): VerdictWords {
  if (result?.kind === 'answered' && name === 'call_again') {
    const title =
      result.status < 300
        ? 'Revoked, and the API still accepts the token'
        : `Revoked, and the API answered ${result.status}`
    return { title, reason: `${provenByCall({ result, findings })}.` }
  }
  if (result?.kind === 'introspected' && name === 'introspect_again' && result.active) {
    return {
      title: 'Revoked, and the server still says active',
      reason: 'It accepted the revocation, and it had no effect there.',
    }
  }
  if (result?.kind === 'answered' && scenario === 'narrow') {
    return {
      title: result.status < 300 ? 'The API accepted the narrower token' : `The API answered ${result.status}`,
      reason: `${narrowedFact({ result, findings })}.`,
    }
  }
  const finding = decisiveFinding(findings)
  if (finding !== null) {
    const { title, sentence, advice } = findingText(finding)
    return { title, reason: advice === null ? sentence : `${sentence} ${advice}` }
  }
  if (result?.kind === 'verified')
    return { title: `The token is ${verdictSentence(result)}`, reason: 'It was not refused for that.' }
  return { title: `The ${actNouns[name]} worked, with something to know`, reason: 'See its step.' }
}
