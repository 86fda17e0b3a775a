import type { Api } from '../contract/calls.ts'
import { inspectingCalls } from './calls/inspecting.ts'
import { verificationCalls } from './calls/verification.ts'
import { adoptWays } from './environment/adopt-ways.ts'
import { apiCallCalls } from './calls/api-calls.ts'
import { backupCalls } from './calls/backups.ts'
import { callsOnDemand } from './calls/on-demand.ts'
import { followAudit } from './audit/follow-audit.ts'
import { type CallContext, createCoreContext } from './core-context.ts'
import { driftListener } from './drift/drift-listener.ts'
import { discoveryCalls } from './calls/discovery.ts'
import { addBuiltInEnvironments, environmentCalls } from './calls/environments.ts'
import { exchangeCalls } from './calls/exchanges.ts'
import { introspectionCalls } from './calls/introspection.ts'
import { revocationCalls } from './calls/revocation.ts'
import { previewCalls } from './calls/preview.ts'
import { secretCalls } from './calls/secrets.ts'
import { secretStorageCalls } from './calls/secret-storage.ts'
import { tokenCalls } from './calls/tokens.ts'
import { variableCalls } from './calls/variables.ts'
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
  goOnWatching(workspace, () => onDemand.listWatches(undefined, { flowId: '', signal: new AbortController().signal }))

  return {
    ...environmentCalls(core),
    ...secretCalls(core),
    ...variableCalls(core),
    ...secretStorageCalls(core),
    ...backupCalls(core),
    ...discoveryCalls(core),
    ...tokenCalls(core),
    ...introspectionCalls(core),
    ...revocationCalls(core),
    ...inspectingCalls,
    ...verificationCalls(core),
    ...apiCallCalls(core),
    ...previewCalls(core),
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
