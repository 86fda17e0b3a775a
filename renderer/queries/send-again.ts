import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { withSplitUrl } from '../../electron/common/query-rows.ts'
import type { ApiRequest } from '../../electron/contract/api-call.ts'
import { call } from '../host.ts'
import { chooseCall } from '../state/chosen-calls.ts'
import { renewNewApiCallId } from './api-calls.ts'
import { useKeepDraft } from './drafts.ts'

/** Asks how a recorded request can be sent again. */
export const usePlanSendAgain = () => useMutation({ mutationFn: (id: string) => call('planSendAgain', { id }) })

/** By which the unsaved call of an environment is kept. */
const draftKey = (environmentId: string) => `api-call ${environmentId} new`

/** Puts a request in the place of the unsaved call of an environment; gives what puts the one before back. */
export function useOpenAsNewCall() {
  const client = useQueryClient()
  const keepDraft = useKeepDraft()
  return (environmentId: string, request: ApiRequest): { replaced: boolean; undo: () => void } => {
    const key = draftKey(environmentId)
    const before = client.getQueryData<Map<string, string>>(['drafts'])?.get(key) ?? ''
    const put = (draft: string) => {
      keepDraft(key, draft)
      renewNewApiCallId(environmentId)
      chooseCall(environmentId, '')
    }
    put(JSON.stringify(withSplitUrl({ ...request, ...newCallLabel })))
    return { replaced: before !== '', undo: () => put(before) }
  }
}
