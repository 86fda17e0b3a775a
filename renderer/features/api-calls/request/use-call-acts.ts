import { flushSync } from 'react-dom'
import type { Action } from '../../../queries/action.ts'
import { useSaveApiCall } from '../../../queries/api-calls.ts'
import { useKeepDraft } from '../../../queries/drafts.ts'
import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import { useIntent } from '../../../state/intents.ts'
import { keep } from '../../../state/kept.ts'
import { apiCallSubject } from '../../../state/runs.ts'
import { useBeforeSending } from '../../../ui/before-sending.ts'
import { usePageHotkeys } from '../../../ui/use-page-hotkeys.ts'
import type { CallForm } from './call-form.ts'
import { callProblems } from './call-problems.ts'
import { shownCallTabs, tabOfField } from './call-tabs.ts'
import { labelOfValues, requestOfValues } from './call-values.ts'
import { focusField } from './focus-field.ts'

interface Given {
  form: CallForm
  environmentId: string
  id: string
  draftKey: string
  send: Action<'sendApiCall'>
  onSaved: (id: string) => void
}

/** What can be done with the call that is typed. Where something is wrong with it, that is shown instead. */
export function useCallActs({ form, environmentId, id, draftKey, send, onSaved }: Given) {
  const beforeSending = useBeforeSending()
  const saving = useSaveApiCall(environmentId)
  const keepDraft = useKeepDraft()
  const goTo = (path: string) => {
    const tab = tabOfField(path)
    flushSync(() => {
      form.showProblems()
      if (tab !== null) keep(shownCallTabs, tab, environmentId)
    })
    focusField(path)
  }
  /** The request, if nothing is wrong with it. */
  const checked = (): ApiRequest | null => {
    const values = form.get()
    const [first] = callProblems(values)
    if (first === undefined) return requestOfValues(values)
    goTo(first[0])
    return null
  }
  /** The same with the token that goes along. */
  const toSend = () => {
    const request = checked()
    if (request === null) return null
    if (form.pastedProblem() !== null) {
      goTo('pasted')
      return null
    }
    const token = form.choice() === 'pasted' ? ({ kind: 'pasted', token: form.pasted() } as const) : null
    return { environmentId, callId: id, request, ...(token !== null && { token }) }
  }
  const toCopy = () => {
    const request = checked()
    return request === null ? null : { request, isPasted: form.choice() === 'pasted' }
  }
  const sendCall = () => {
    const input = send.pendingSince === null ? toSend() : null
    if (input !== null) beforeSending({ verb: 'send', act: () => send.run(input) })
  }
  const save = () => {
    const request = checked()
    if (request === null) return
    saving.mutate(
      { id, request, label: labelOfValues(form.get()) },
      {
        onSuccess: (stored) => {
          if (stored === null) return
          keepDraft(draftKey, '')
          onSaved(stored.id)
        },
      },
    )
  }
  usePageHotkeys([
    ['mod+Enter', sendCall],
    ['mod+S', save],
  ])
  useIntent(apiCallSubject(environmentId, id), 'send', sendCall)
  return { toCopy, toSend, send: sendCall, save }
}
