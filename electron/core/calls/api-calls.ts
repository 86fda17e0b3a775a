import { newCallLabel } from '../../catalogue/new-api-request.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { settleTypedUrl } from '../environment/bind-secrets.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { withoutSandboxApi, withSandboxApi } from '../environment/sandbox-overlay.ts'
import { hasClientCertificate } from '../../common/endpoints.ts'
import type { Row } from '../workspace/tables/checked-table.ts'

type ApiCalls = Pick<
  Api<CallContext>,
  | 'listApiCalls'
  | 'getApiCall'
  | 'saveApiCall'
  | 'duplicateApiCall'
  | 'arrangeApiCalls'
  | 'deleteApiCalls'
  | 'restoreApiCalls'
>

/** Deletions that can be undone. */
const mostDeletions = 20

export function apiCallCalls(core: CoreContext): ApiCalls {
  const { apiCalls, environments, transaction } = core.workspace
  const presentIn = (environmentId: string) => {
    const environment = findEnvironment(core, environmentId)
    const hasCertificate = environment !== null && hasClientCertificate(environment.value)
    return <Call extends Pick<ApiCall, 'url'>>(call: Call) => withSandboxApi(call, core.sandbox.facts(), hasCertificate)
  }

  return {
    listApiCalls: async ({ environmentId }) => apiCalls.summaries(environmentId).map(presentIn(environmentId)),

    getApiCall: async ({ id }) => {
      const call = apiCalls.get(id)
      return call === null ? null : presentIn(call.environmentId)(call)
    },

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

    duplicateApiCall: async ({ id, name }) => {
      const call = apiCalls.get(id)
      if (call === null) return null
      const copy = { ...call, id: core.newId(), name }
      transaction(() => {
        const order = apiCalls.summaries(call.environmentId)
        apiCalls.put(copy)
        apiCalls.arrange(
          call.environmentId,
          order.flatMap((one) => (one.id === id ? [one, copy] : [one])),
        )
      })
      return presentIn(call.environmentId)(copy)
    },

    arrangeApiCalls: async ({ environmentId, order }) => apiCalls.arrange(environmentId, order),

    deleteApiCalls: async ({ environmentId, ids }) => {
      const taken = apiCalls.take(environmentId, ids)
      if (taken.length > 0)
        core.session.deletedApiCalls = [taken, ...core.session.deletedApiCalls.slice(0, mostDeletions - 1)]
      return idsOf(taken)
    },

    restoreApiCalls: async ({ environmentId, ids }) => {
      if (environments.get(environmentId) === null) return []
      const wanted = new Set(ids)
      const isMeant = (row: Row) => row['environment_id'] === environmentId && wanted.has(String(row['id']))
      const taken = core.session.deletedApiCalls.flatMap((rows) => rows.filter(isMeant))
      apiCalls.putBack(taken)
      core.session.deletedApiCalls = core.session.deletedApiCalls.map((rows) => rows.filter((row) => !isMeant(row)))
      return idsOf(taken)
    },
  }
}

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => String(row['id']))
