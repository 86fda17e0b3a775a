import type { FlowAct, FlowScenario } from '../../contract/flow.ts'
import type { ApiAnswer } from './api-answer.ts'

/** The title of a run in which every act passed, and why. */
export function wentWell(scenario: FlowScenario, answer: ApiAnswer | null): { title: string; reason: string } {
  switch (scenario) {
    case 'run':
      return answer === null
        ? { title: 'The token was issued', reason: 'No API was called, so whether one accepts it is not known.' }
        : { title: 'The API accepted the token', reason: `It answered ${statusLine(answer)}.` }
    case 'revoke':
      return {
        title: 'The revocation took effect',
        reason: 'The token was accepted before it and is refused after it.',
      }
    case 'narrow':
      return {
        title: 'The API refused the narrower token, as it should',
        reason: `It answered ${answer === null ? 'with a refusal' : statusLine(answer)}: least privilege works for this call.`,
      }
  }
}

const statusLine = ({ status, statusText }: ApiAnswer): string => `${status} ${statusText}`.trim()

/** What is called by a title that says what it did. */
export const actNouns: Readonly<Record<FlowAct['name'], string>> = {
  token: 'token request',
  verify: 'verification',
  introspect: 'introspection',
  call: 'API call',
  revoke: 'revocation',
  introspect_again: 'introspection after the revocation',
  call_again: 'API call after the revocation',
}
