import type { Api } from '../../contract/calls.ts'
import { secretNameSchema } from '../../contract/secret.ts'
import { acceptCertificate, undoAcceptCertificate } from '../environment/accept-certificate.ts'
import { builtInApiCalls, builtInEnvironments } from '../../catalogue/built-in-environments.ts'
import { forgetObtained } from '../environment/forget.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
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
  | 'duplicateEnvironment'
>

export function environmentCalls(core: CoreContext): EnvironmentCalls {
  const { session, secretStore } = core
  const { workspace } = core
  const { environments, apiCalls } = workspace
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
        return environment === null ? [] : [{ id, secrets: environment.secrets }]
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
      const deleted = environments.delete(environmentId, core.now())
      if (!deleted) return false
      // What was typed for the session is kept, out of reach, for the deletion to be undone.
      forgetObtained(session, environmentId)
      core.notify({ kind: 'tokens_changed' })
      changed()
      return true
    },

    restoreEnvironment: async ({ environmentId }) => {
      if (environments.restore(environmentId)) changed()
      return find(environmentId)
    },

    duplicateEnvironment: async ({ environmentId }) => {
      const original = environments.get(environmentId)
      if (original === null) return null
      const name = copyName(
        original.value.name,
        environments.summaries().map(({ name }) => name),
      )
      const copy = { id: core.newId(), builtIn: false, value: { ...original.value, name } }
      workspace.transaction(() => {
        environments.add(copy)
        for (const call of apiCalls.list(environmentId)) {
          apiCalls.put({ ...call, id: core.newId(), environmentId: copy.id })
        }
        for (const bound of workspace.secretBindings.all(environmentId)) workspace.secretBindings.add(copy.id, bound)
        for (const setting of workspace.fromFiles.list(environmentId)) workspace.fromFiles.add(copy.id, setting)
      })
      // Sealed for the original, each has to be opened; while that cannot be, the copy goes without.
      for (const name of secretNameSchema.options) {
        const opened = await secretStore.get(environmentId, name, 'current')
        if (opened?.ok === true) await secretStore.set(copy.id, name, opened.value, 'current')
      }
      const secrets = session.secrets.get(environmentId)
      if (secrets !== undefined) session.secrets.set(copy.id, secrets)
      changed()
      return presentEnvironment(core, copy)
    },
  }
}

/** Gives a new workspace the sandbox's environments and their calls. */
export function addBuiltInEnvironments(core: CoreContext): void {
  const { environments, apiCalls } = core.workspace
  for (const environment of builtInEnvironments) {
    if (environments.get(environment.id) !== null) continue
    environments.add(environment)
    for (const request of builtInApiCalls) {
      apiCalls.put({ ...request, id: core.newId(), environmentId: environment.id })
    }
  }
}

function copyName(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, 180).replace(/ \(copy(?: \d+)?\)$/, '')
  let copy = `${stem} (copy)`
  for (let count = 2; taken.includes(copy); count++) copy = `${stem} (copy ${count})`
  return copy
}
