import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { tokenAnswer, tokenVerdict } from '../../../electron/wording/token-answer.ts'
import { Region } from '../../ui/Region.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { useAnswerSubject } from './use-answer-subject.ts'

/** What "Copy answer" copies, to be read before it is sent to somebody. */
export function AnswerText({ token, decoded }: { token: string; decoded: DecodedToken }) {
  const subject = useAnswerSubject(token, decoded)
  if (tokenVerdict(subject) === null) return null
  return (
    <Region name="Answer" title="The answer" actions={<span className="local-note">What Copy answer copies</span>}>
      <p className="answer-text">{visible(tokenAnswer(subject))}</p>
    </Region>
  )
}
