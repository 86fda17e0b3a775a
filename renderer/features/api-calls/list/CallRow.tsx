import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import { type KeyboardEventHandler, memo } from 'react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { apiCallSubject, useDone } from '../../../state/runs.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { titleOf, pathOf } from '../../../ui/name-of.ts'

interface Props {
  environmentId: string
  call: ApiCallSummary
  isChosen: boolean
  /** Whether the Tab key comes to it; the arrow keys come to all. */
  isStop: boolean
  onChoose: (id: string) => void
  onFocus: (id: string) => void
  onKeyDown: KeyboardEventHandler
}

/** One saved call: method, path, and the status of its last answer. */
export const CallRow = memo(function CallRow(props: Props) {
  const { environmentId, call, isChosen, isStop, onChoose, onFocus, onKeyDown } = props
  return (
    <button
      type="button"
      className="call-row"
      aria-label={visible(titleOf(call))}
      aria-pressed={isChosen}
      title={visible(call.url)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(call.id)}
      onFocus={() => onFocus(call.id)}
      onKeyDown={onKeyDown}
    >
      <span className="mono call-method">{call.method === 'DELETE' ? 'DEL' : call.method}</span>
      <span className="ellipsis" style={{ flex: 1 }}>
        {visible(call.name === '' ? pathOf(call.url) : call.name)}
      </span>
      <LastStatus environmentId={environmentId} callId={call.id} />
    </button>
  )
})

function LastStatus({ environmentId, callId }: { environmentId: string; callId: string }) {
  const outcome = useDone('sendApiCall', apiCallSubject(environmentId, callId))?.outcome ?? null
  if (outcome === null) return null
  if (outcome.kind !== 'answered') {
    return <Status tone="bad" word={outcome.kind === 'unreachable' ? 'failed' : 'not sent'} />
  }
  const { status } = outcome
  const isTheirs = status >= 500 || status === 429
  return <Status tone={isTheirs ? 'warn' : status >= 400 ? 'bad' : 'good'} word={`${status}`} />
}

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
