import type { Api } from '../contract/calls.ts'
import { adoptWays } from './environment/adopt-ways.ts'
import { apiCallCalls } from './calls/api-calls.ts'
import { backupCalls } from './calls/backups.ts'
import { callsOnDemand, loadEngineSoon } from './calls/on-demand.ts'
import { followAudit } from './audit/follow-audit.ts'
import { type CallContext, createCoreContext } from './core-context.ts'
import { driftListener } from './drift/drift-listener.ts'
import { addBuiltInEnvironments, environmentCalls } from './calls/environments.ts'
import { exchangeCalls } from './calls/exchanges.ts'
import { secretStorageCalls } from './calls/secret-storage.ts'
import { heldTokenCalls } from './calls/held-tokens.ts'
import { goOnWatching } from './watch/go-on-watching.ts'
import type { Ports } from './ports.ts'

/** The whole of the core behind one contract; every host binds this and nothing else. */
export function createApi(ports: Ports): Api<CallContext> {
  const core = createCoreContext(ports, driftListener)
  const { workspace, preferences, sandbox } = ports
  const { drafts } = core.session
  addBuiltInEnvironments(core)
  adoptWays(workspace)
  followAudit(core)
  workspace.onDamage((entries) => ports.notify({ kind: 'entries_damaged', entries }))

  const onDemand = callsOnDemand(core)
  loadEngineSoon()
  goOnWatching(workspace, () => onDemand.listWatches(undefined, { flowId: '', signal: new AbortController().signal }))

  return {
    ...environmentCalls(core),
    ...secretStorageCalls(core),
    ...backupCalls(core),
    ...heldTokenCalls(core),
    ...apiCallCalls(core),
    ...exchangeCalls(core),

    ...onDemand,

    listUnrecorded: async () => workspace.unrecorded.list(),

    chooseFile: async ({ title }) => ports.chooseFile(title),

    getPreferences: async () => preferences.get(),
    setPreferences: async (change) => preferences.set(change),

    listDrafts: async () => [...drafts].map(([key, value]) => ({ key, value })),
    saveDraft: async ({ key, value }) => {
      if (value === '') drafts.delete(key)
      else drafts.set(key, value)
      return undefined
    },

    sandboxStatus: async () => sandbox.status(),
    sandboxChanges: async () => [...sandbox.changes()],
    setSandboxChanges: async (changes) => {
      sandbox.change(changes)
      return [...sandbox.changes()]
    },
    restartSandbox: async () => {
      sandbox.restart()
      return sandbox.status()
    },

    about: async () => ({
      version: ports.version,
      runtime: ports.runtime,
      workspacePath: workspace.path,
    }),
  }
}
