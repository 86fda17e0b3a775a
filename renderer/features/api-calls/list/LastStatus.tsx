import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { assertionsFailed, isAsAsserted } from '../assertions/assertion-verdicts.ts'
import { apiCallSubject, useDone } from '../../../state/runs.ts'

/** The status of the last answer of a call; nothing until it was sent. */
export const LastStatus = memo(function LastStatus({
  environmentId,
  callId,
}: {
  environmentId: string
  callId: string
}) {
  const last = useDone('sendApiCall', apiCallSubject(environmentId, callId))
  if (last === null || last.outcome === null) return null
  const { outcome } = last
  if (outcome.kind !== 'answered') {
    return <Status tone="bad" word={outcome.kind === 'unreachable' ? 'failed' : 'not sent'} />
  }
  const { status } = outcome
  if (isAsAsserted(last.input.request.assertions, outcome)) return <Status tone="good" word={`${status}`} />
  const isTheirs = status >= 500 || status === 429
  return (
    <Status tone={isTheirs ? 'warn' : status >= 400 || assertionsFailed(outcome) ? 'bad' : 'good'} word={`${status}`} />
  )
})

const icons = { good: IconCircleCheckFilled, bad: IconCircleXFilled, warn: IconAlertTriangleFilled } as const

function Status({ tone, word }: { tone: keyof typeof icons; word: string }) {
  const Icon = icons[tone]
  return (
    <span className="token-status" data-tone={tone} data-brief>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  )
}
