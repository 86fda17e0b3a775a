import type { Ports } from '../../electron/core/ports.ts'
import { laterHistory } from '../../electron/core/history/later-history.ts'
import { gatherCase } from '../../electron/core/review-facts/gather-case.ts'
import type { ReviewCase } from '../../electron/core/review/case.ts'
import { createSealedStore } from '../../electron/core/secrets/sealed-store.ts'
import { createSession } from '../../electron/core/session.ts'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import type { Workspace } from '../../electron/core/workspace/workspace.ts'
import type { MemoryKeyring } from './memory-keyring.ts'

/** The case of an environment as a program gathers it that was just started: with nothing of the session. */
export async function gatheredCase(
  { workspace, keyring, ...ports }: { workspace: Workspace; keyring: MemoryKeyring } & Partial<Ports>,
  id: string,
): Promise<ReviewCase> {
  const stored = workspace.environments.get(id)
  if (stored === null) throw new Error(`There is no environment ${id}.`)
  const known = {
    now: Date.now,
    uptime: () => performance.now(),
    transport: () => Promise.reject(new Error('Something is sent.')),
    systemProxy: () => Promise.reject(new Error('The system is asked.')),
    variables: {},
    homeFolder: '/nonexistent',
    preferences: { get: () => defaultPreferences, set: () => defaultPreferences },
    sandbox: {
      status: () => ({ kind: 'absent' as const }),
      facts: () => null,
      restart: () => {},
      changes: () => [],
      change: () => {},
    },
    ...ports,
  }
  const history = laterHistory(workspace, () => {})
  const secretStore = createSealedStore({ workspace, keyring, now: known.now })
  return gatherCase({ ...known, workspace, session: createSession(), secretStore, history }, stored)
}
