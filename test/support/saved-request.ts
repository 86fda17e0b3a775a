import { requestOf } from '../../electron/common/request-of-call.ts'
import type { ApiRequest } from '../../electron/contract/api-call.ts'
import type { Api } from '../../electron/contract/calls.ts'
import type { CallContext } from '../../electron/core/core-context.ts'

const context: CallContext = { flowId: 'saved-request', signal: new AbortController().signal }

/** What a saved GET of an environment sends: the first one, or the one whose URL ends so. */
export async function savedRequest(
  api: Pick<Api<CallContext>, 'listApiCalls' | 'getApiCall'>,
  environmentId: string,
  ending = '',
): Promise<ApiRequest> {
  const listed = await api.listApiCalls({ environmentId }, context)
  const found = listed.find(({ url, method }) => method === 'GET' && url.endsWith(ending))
  const call = found === undefined ? null : await api.getApiCall({ id: found.id }, context)
  if (call === null) throw new Error(`There is no saved call of ${ending}.`)
  return requestOf(call)
}
