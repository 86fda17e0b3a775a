import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { defaultPreferences, type Preferences } from '../../electron/contract/preferences.ts'
import type { SaveEnvironmentOutcome } from '../../electron/contract/outcome.ts'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { createApi } from '../../electron/core/api.ts'
import { readFileAtMost } from '../../electron/core/files/read-file.ts'
import { createTransport } from '../../electron/core/http/transport.ts'
import type { Ports } from '../../electron/core/ports.ts'
import { backUp } from '../../electron/core/workspace/recovery/back-up.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'

/** A call that nobody cancels. */
export const context = { flowId: 'flow', signal: new AbortController().signal }

export interface TestApi {
  api: ReturnType<typeof createApi>
  workspace: Workspace
  /** What was put on the clipboard. */
  copied: string[]
  /** What was written to files, by name. */
  saved: Map<string, string>
  /** Saves an environment that differs from a new one in `change`, with its secrets; gives its id. */
  add: (change: Partial<EnvironmentInput>, secrets?: TypedSecrets) => Promise<string>
  /** Saves an environment as it is stored, but for what is given. */
  change: (id: string, given: Change) => Promise<SaveEnvironmentOutcome>
  close: () => void
}

type Change = Partial<EnvironmentInput & Pick<CallInput<'saveEnvironment'>, 'secrets' | 'keepOld'>>

/** The whole of core over the real transport and a workspace in memory; `change` replaces ports. */
export function openTestApi(facts: SandboxFacts | null, change: Partial<Ports> = {}): TestApi {
  const workspace = change.workspace ?? openWorkspace(':memory:')
  const transport = createTransport({ now: () => change.now?.() ?? Date.now() })
  const copied: string[] = []
  const saved = new Map<string, string>()
  let preferences: Preferences = defaultPreferences
  const api = createApi({
    now: Date.now,
    uptime: change.now ?? (() => performance.now()),
    newId: randomUUID,
    transport,
    workspace,
    backUp: async () => backUp(workspace.path, change.now?.() ?? Date.now()),
    copySecret: (text) => copied.push(text),
    copyText: (text) => copied.push(text),
    systemProxy: async () => null,
    chooseFile: async () => null,
    readFile: readFileAtMost,
    openFile: async () => null,
    openFolder: async () => null,
    keyring: memoryKeyring(),
    variables: {},
    homeFolder: '/nonexistent',
    saveFile: async (name, content) => {
      saved.set(name, Buffer.from(content).toString())
      return `/chosen/${name}`
    },
    saveInParts: async (name, parts) => {
      let text = ''
      for await (const part of parts) text += part
      saved.set(name, text)
      return `/chosen/${name}`
    },
    saveFolder: async (name, files) => {
      for (const file of files) saved.set(`${name}/${file.path}`, file.text)
      return `/chosen/${name}`
    },
    preferences: {
      get: () => preferences,
      set: (changed) => (preferences = { ...preferences, ...changed }),
    },
    sandbox: {
      status: () => (facts === null ? { kind: 'absent' } : { kind: 'running', issuer: facts.issuer, api: facts.api }),
      facts: () => facts,
      restart: () => {},
      changes: () => [],
      change: () => {},
    },
    notify: () => {},
    version: '0.0.0',
    runtime: {},
    ...change,
  })
  return {
    api,
    workspace,
    copied,
    saved,
    add: async (value, secrets = {}) => {
      const toSave = { id: null, value: { ...newEnvironment, name: 'Test', ...value }, secrets, keepOld: [] }
      const outcome = await api.saveEnvironment(toSave, context)
      if (outcome.kind !== 'saved') throw new Error(`The environment was not saved: ${JSON.stringify(outcome)}`)
      return outcome.environment.id
    },
    change: (id, { secrets = {}, keepOld = [], ...changed }) => {
      const value = { ...newEnvironment, name: 'Test', ...workspace.environments.get(id)?.value, ...changed }
      return api.saveEnvironment({ id, value, secrets, keepOld }, context)
    },
    close: () => {
      transport.close()
      workspace.close()
    },
  }
}

/** The codes of an outcome's findings. */
export function codesOf(outcome: object): string[] {
  if (!('findings' in outcome) || !Array.isArray(outcome.findings)) return []
  return outcome.findings.map((found: unknown) =>
    typeof found === 'object' && found !== null && 'code' in found ? String(found.code) : '',
  )
}
