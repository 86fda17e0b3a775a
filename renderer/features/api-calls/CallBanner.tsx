import { findingText } from '../../../electron/wording/findings.ts'
import { failureText } from '../../../electron/wording/failures.ts'
import type { ApiCallOutcome } from '../../../electron/contract/outcome.ts'
import { apiCallSubject, useDone } from '../../state/runs.ts'
import { Banner } from '../../ui/Banner.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { nameOf } from '../../ui/name-of.ts'

/** How the chosen call was last answered; nothing until it was sent. */
export function CallBanner({ environmentId, callId }: { environmentId: string; callId: string }) {
  const done = useDone('sendApiCall', apiCallSubject(environmentId, callId))
  if (done === null || done.outcome === null) return null
  const { tone, verdict, reason } = sayingOf(done.outcome)
  const name = visible(nameOf(done.input.request))
  return <Banner tone={tone} title={`${name}: ${verdict}`} reason={`${reason} · ${clockTime(done.at)}`} />
}

interface Saying {
  tone: 'ok' | 'err' | 'warn' | 'info'
  verdict: string
  reason: string
}

function sayingOf(outcome: ApiCallOutcome): Saying {
  switch (outcome.kind) {
    case 'answered': {
      const { status, findings, tokenUse } = outcome
      const [first] = findings
      const used = tokenUse === 'reused' ? 'Sent with the current token' : 'Sent with a new token'
      const tone = status >= 400 ? 'err' : first === undefined || first.severity === 'info' ? 'ok' : 'warn'
      return {
        tone,
        verdict: `answered ${status}`,
        reason: first === undefined ? used : visible(findingText(first).title),
      }
    }
    case 'unreachable': {
      const { title, sentence } = failureText(outcome.failure)
      return { tone: outcome.failure.code === 'cancelled' ? 'info' : 'err', verdict: title, reason: visible(sentence) }
    }
    case 'not_sent':
      return { tone: 'warn', verdict: 'not sent', reason: 'Something is missing: see below' }
    case 'no_token':
      return { tone: 'err', verdict: 'not sent', reason: 'No token could be obtained' }
  }
}
