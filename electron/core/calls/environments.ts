import type { Api } from '../../contract/calls.ts'
import { acceptCertificate, undoAcceptCertificate } from '../environment/accept-certificate.ts'
import { recordDone } from '../audit/record.ts'
import { builtInEnvironments } from '../../catalogue/built-in-environments.ts'
import { duplicateEnvironment } from '../environment/duplicate-environment.ts'
import { forgetObtained } from '../environment/forget.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { missingToAuthenticate } from '../environment/needed-secrets.ts'
import { presentEnvironment } from '../environment/current-environment.ts'
import { saveEnvironment } from '../environment/save-environment.ts'

type EnvironmentCalls = Pick<
  Api<CallContext>,
  | 'listEnvironments'
  | 'getEnvironment'
  | 'listSecretStates'
  | 'saveEnvironment'
  | 'acceptCertificate'
  | 'undoAcceptCertificate'
  | 'deleteEnvironment'
  | 'restoreEnvironment'
  | 'moveEnvironment'
  | 'duplicateEnvironment'
>

export function environmentCalls(core: CoreContext): EnvironmentCalls {
  const { session } = core
  const { environments } = core.workspace
  const find = (id: string) => {
    const stored = environments.get(id)
    return stored === null ? null : presentEnvironment(core, stored)
  }
  const changed = () => core.notify({ kind: 'environments_changed' })

  return {
    listEnvironments: async () => {
      const listed = environments.summaries()
      for (const one of listed) if (one.provider === 'sandbox') one.issuer = core.sandbox.facts()?.issuer ?? ''
      return listed
    },

    getEnvironment: async ({ environmentId }) => find(environmentId),

    listSecretStates: async ({ environmentIds }) =>
      environmentIds.flatMap((id) => {
        const environment = find(id)
        return environment === null
          ? []
          : [{ id, secrets: environment.secrets, missing: missingToAuthenticate(environment) }]
      }),

    saveEnvironment: async (toSave) => {
      const saved = await saveEnvironment(core, toSave)
      if (saved.kind !== 'saved') return saved
      const environment = find(saved.id)
      if (environment === null) return { kind: 'gone' }
      changed()
      if (saved.hasSecrets) core.notify({ kind: 'secret_storage_changed' })
      return { kind: 'saved', environment }
    },

    acceptCertificate: async (given) => {
      const outcome = acceptCertificate(core, given)
      if (outcome.kind === 'accepted') changed()
      return outcome
    },

    undoAcceptCertificate: async ({ environmentId }) => {
      const isUndone = undoAcceptCertificate(core, environmentId)
      if (isUndone) changed()
      return isUndone
    },

    deleteEnvironment: async ({ environmentId }) => {
      const deleted = core.workspace.transaction(() => {
        const isThere = environments.delete(environmentId, core.now())
        if (isThere) recordDone(core, 'environment_deleted', environmentId)
        return isThere
      })
      if (!deleted) return false
      // What was typed for the session is kept, out of reach, for the deletion to be undone.
      forgetObtained(session, environmentId)
      core.notify({ kind: 'tokens_changed' })
      changed()
      return true
    },

    restoreEnvironment: async ({ environmentId }) => {
      const isAside = !environments.has(environmentId)
      const isThere = core.workspace.transaction(() => {
        const isRestored = environments.restore(environmentId)
        if (isRestored && isAside) recordDone(core, 'environment_restored', environmentId)
        return isRestored
      })
      if (isThere) changed()
      return find(environmentId)
    },

    moveEnvironment: async ({ environmentId, folder, before }) => {
      const isMoved = environments.move(environmentId, { folder, before })
      if (isMoved) changed()
      return isMoved
    },

    duplicateEnvironment: async ({ environmentId }) => {
      const copy = await duplicateEnvironment(core, environmentId)
      if (copy === null) return null
      changed()
      return presentEnvironment(core, copy)
    },
  }
}

/** Gives a new workspace the sandbox's environments and their calls. */
export function addBuiltInEnvironments(core: CoreContext): void {
  const { environments, apiCalls } = core.workspace
  for (const { apiCalls: requests, ...environment } of builtInEnvironments) {
    if (environments.get(environment.id) !== null) continue
    environments.add(environment)
    for (const request of requests) {
      apiCalls.put({ ...request, id: core.newId(), environmentId: environment.id })
    }
  }
}
