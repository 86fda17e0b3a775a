import './request.css'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { ApiCall } from '../../../../electron/contract/api-call.ts'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { useAction } from '../../../queries/action.ts'
import { useDrafts } from '../../../queries/drafts.ts'
import { useVariables } from '../../../queries/variables.ts'
import { apiCallSubject } from '../../../state/runs.ts'
import { ApiResponse } from '../answer/ApiResponse.tsx'
import { RepeatButton } from '../repeat/RepeatButton.tsx'
import { RepeatPanel } from '../repeat/RepeatPanel.tsx'
import { CallScopeContext, createCallForm } from './call-form.ts'
import { requestOfValues, valuesOf, valuesOfDraft } from './call-values.ts'
import { CopyAs } from '../copy/CopyAs.tsx'
import { RequestTabs } from './RequestTabs.tsx'
import { RetryAt } from './RetryAt.tsx'
import { SaveCall } from './SaveCall.tsx'
import { TokenLine } from './TokenLine.tsx'
import { KnownVariablesContext } from './variables/known-variables-context.ts'
import { MissingVariables } from './variables/MissingVariables.tsx'
import { ResolvedUrl } from './variables/ResolvedUrl.tsx'
import { UrlBar } from './UrlBar.tsx'
import { WaitingForAnswer } from './WaitingForAnswer.tsx'
import { useCallActs } from './use-call-acts.ts'
import { useKeepCallDraft } from './use-keep-call-draft.ts'
import { usePausedValues } from './use-paused-values.ts'

/** A pasted token is not kept with what was sent: sent again from elsewhere, the call would carry none. */
const sending = {
  kept: ({ token, ...input }: CallInput<'sendApiCall'>): CallInput<'sendApiCall'> =>
    token === undefined ? input : { ...input, token: token.kind === 'pasted' ? { kind: 'none' } : token },
}

interface Props {
  environmentId: string
  /** Null for one that is not saved yet. */
  call: ApiCall | null
  /** The id that it has, or will have. */
  id: string
  onSaved: (id: string) => void
}

/** A call, as it is composed, and what it was answered. */
export function ApiCallForm({ environmentId, call, id, onSaved }: Props) {
  const draftKey = `api-call ${environmentId} ${call?.id ?? 'new'}`
  const saved = useMemo(() => valuesOf(call), [call])
  const draft = useDrafts().data?.get(draftKey)
  const [form] = useState(() => createCallForm(valuesOfDraft(draft) ?? saved, saved))
  useLayoutEffect(() => form.rebase(saved), [form, saved])
  useKeepCallDraft(form, draftKey)
  const subject = apiCallSubject(environmentId, id)
  const send = useAction('sendApiCall', subject, sending)
  const acts = useCallActs({ form, environmentId, id, draftKey, send, onSaved })
  const scope = useMemo(() => ({ form, environmentId, callId: id }), [form, environmentId, id])
  const paused = usePausedValues(form)
  const composed = useMemo(() => requestOfValues(paused), [paused])
  const variables = useVariables(environmentId)
  return (
    <CallScopeContext value={scope}>
      <KnownVariablesContext value={variables}>
        <div className="call-request">
          <UrlBar isSending={send.pendingSince !== null} note={<RetryAt outcome={send.outcome} />} onSend={acts.send} />
          <ResolvedUrl />
          {variables === null ? null : <MissingVariables request={composed} variables={variables} />}
          <TokenLine>
            <SaveCall draftKey={draftKey} onSave={acts.save} />
          </TokenLine>
          <RequestTabs>
            <RepeatButton environmentId={environmentId} callId={id} />
            <CopyAs environmentId={environmentId} toCopy={acts.toCopy} />
          </RequestTabs>
        </div>
        <RepeatPanel environmentId={environmentId} callId={id} toSend={acts.toSend} />
        <WaitingForAnswer send={send} subject={subject} />
        <ApiResponse environmentId={environmentId} callId={id} send={send} composed={composed} />
      </KnownVariablesContext>
    </CallScopeContext>
  )
}
