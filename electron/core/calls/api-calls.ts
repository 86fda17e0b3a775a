import { newCallLabel } from '../../catalogue/new-api-request.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { settleTypedUrl } from '../environment/bind-secrets.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { withoutSandboxApi, withSandboxApi } from '../environment/sandbox-overlay.ts'
import { sendApiCall } from '../flow/remembered.ts'
import { hasClientCertificate } from '../../common/endpoints.ts'

type ApiCalls = Pick<Api<CallContext>, 'listApiCalls' | 'saveApiCall' | 'deleteApiCall' | 'sendApiCall'>

export function apiCallCalls(core: CoreContext): ApiCalls {
  const { apiCalls, environments, transaction } = core.workspace
  const presentIn = (environmentId: string) => {
    const environment = findEnvironment(core, environmentId)
    const hasCertificate = environment !== null && hasClientCertificate(environment.value)
    return (call: ApiCall) => withSandboxApi(call, core.sandbox.facts(), hasCertificate)
  }

  return {
    listApiCalls: async ({ environmentId }) => apiCalls.list(environmentId).map(presentIn(environmentId)),

    saveApiCall: async ({ environmentId, id, request, label }) => {
      if (environments.get(environmentId) === null) return null
      const { name, folder, notes } = label ?? (id === null ? null : apiCalls.get(id)) ?? newCallLabel
      const call = { ...request, name, folder, notes, id: id ?? core.newId(), environmentId }
      transaction(() => {
        settleTypedUrl(core.workspace, call)
        apiCalls.put(withoutSandboxApi(call, core.sandbox.facts()))
      })
      return call
    },

    deleteApiCall: async ({ id }) => {
      const call = apiCalls.get(id)
      apiCalls.delete(id)
      return call === null ? null : presentIn(call.environmentId)(call)
    },

    sendApiCall: (input, context) => sendApiCall(core, input, context),
  }
}
