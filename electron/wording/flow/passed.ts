import type { FlowAct } from '../../contract/flow.ts'
import { isNoProof } from './api-answer.ts'

type Ended = Pick<FlowAct, 'name' | 'state' | 'result' | 'findings'>

/** What an act that is over gave, in a few words; null where it is not over, or did not get there. */
export function passedText({ name, state, result, findings }: Ended): string | null {
  if (result === null || (state !== 'passed' && state !== 'noted')) return null
  switch (result.kind) {
    case 'token':
      return result.use === 'new' ? 'Token issued' : 'Current token used'
    case 'verified':
      return result.verdict === 'genuine' ? 'Genuine' : 'Verified in part'
    case 'introspected':
      return `${result.active ? 'Active' : 'Inactive'} at the server${name === 'introspect' ? '' : ' now'}`
    case 'answered':
      return `${isNoProof(findings) ? `${result.status} from` : answerWord(result.status)} the API${name === 'call' ? '' : ' now'}`
    case 'revoked':
      return 'Revocation accepted'
    case 'refused':
    case 'nonconformant':
    case 'unreachable':
    case 'not_sent':
      return null
  }
}

const answerWord = (status: number): string =>
  status < 300 ? 'Accepted by' : status === 401 || status === 403 ? 'Refused by' : `${status} from`
