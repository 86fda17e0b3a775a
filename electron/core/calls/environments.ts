import type { Api } from '../../contract/calls.ts'
import { builtInApiCalls, builtInEnvironments } from '../sandbox-environment.ts'
import { withSecret } from '../secrets.ts'
import { type CallContext, type Desk, presentEnvironment } from './desk.ts'

type EnvironmentCalls = Pick<
  Api<CallContext>,
  | 'listEnvironments'
  | 'createEnvironment'
  | 'updateEnvironment'
  | 'deleteEnvironment'
  | 'restoreEnvironment'
  | 'duplicateEnvironment'
  | 'setSecret'
>

export function environmentCalls(desk: Desk): EnvironmentCalls {
  const { ports, session } = desk
  const { environments, apiCalls } = ports.workspace
  const find = (id: string) => {
    const stored = environments.get(id)
    return stored === null ? null : presentEnvironment(desk, stored)
  }
  const changed = () => ports.notify({ kind: 'environments_changed' })

  return {
    listEnvironments: async () => environments.list().map((stored) => presentEnvironment(desk, stored)),

    createEnvironment: async (value) => {
      const stored = { id: ports.newId(), builtIn: false, value }
      environments.add(stored)
      changed()
      return presentEnvironment(desk, stored)
    },

    updateEnvironment: async ({ id, value }) => {
      environments.update(id, value)
      changed()
      return find(id)
    },

    deleteEnvironment: async ({ environmentId }) => {
      const deleted = environments.delete(environmentId, ports.now())
      if (deleted) changed()
      return deleted
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
        environments.list().map(({ value }) => value.name),
      )
      const copy = { id: ports.newId(), builtIn: false, value: { ...original.value, name } }
      environments.add(copy)
      for (const call of apiCalls.list(environmentId)) {
        apiCalls.put({ ...call, id: ports.newId(), environmentId: copy.id })
      }
      const secrets = session.secrets.get(environmentId)
      if (secrets !== undefined) session.secrets.set(copy.id, secrets)
      changed()
      return presentEnvironment(desk, copy)
    },

    setSecret: async ({ environmentId, name, value }) => {
      session.secrets.set(environmentId, withSecret(session.secrets.get(environmentId) ?? {}, name, value))
      changed()
      return find(environmentId)
    },
  }
}

/** Gives a new workspace the sandbox's environments and their calls. */
export function addBuiltInEnvironments({ ports }: Desk): void {
  const { environments, apiCalls } = ports.workspace
  for (const environment of builtInEnvironments) {
    if (environments.get(environment.id) !== null) continue
    environments.add(environment)
    for (const request of builtInApiCalls) {
      apiCalls.put({ ...request, id: ports.newId(), environmentId: environment.id })
    }
  }
}

function copyName(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, 180).replace(/ \(copy(?: \d+)?\)$/, '')
  let copy = `${stem} (copy)`
  for (let count = 2; taken.includes(copy); count++) copy = `${stem} (copy ${count})`
  return copy
}
