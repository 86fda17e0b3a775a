import { randomUUID } from 'node:crypto'
import { arch, homedir, platform } from 'node:os'
import type { Api } from '../contract/calls.ts'
import { defaultPreferences, type Preferences } from '../contract/preferences.ts'
import type { SandboxFacts } from '../contract/sandbox.ts'
import { createApi } from '../core/api.ts'
import type { CallContext } from '../core/core-context.ts'
import { readFileAtMost } from '../core/files/read-file.ts'
import { createTransport } from '../core/http/transport.ts'
import { noKeyring } from '../core/secrets/no-keyring.ts'
import { openWorkspace, type Workspace } from '../core/workspace/workspace.ts'
import { proxyOfVariables } from './system-proxy.ts'
import { version } from './version.ts'

export interface Host {
  api: Api<CallContext>
  workspace: Workspace
  close: () => void
}

type SaveFile = (name: string, content: string | Uint8Array) => Promise<string | null>

/**
 * Makes the ports of the command line and the `Api` over them, with a workspace in memory; `sandbox` is null without one.
 * `saveFile` takes what a call would write to a file.
 */
export function openHost(
  sandbox: SandboxFacts | null,
  { workspace = openWorkspace(':memory:'), saveFile = noDialog }: { workspace?: Workspace; saveFile?: SaveFile } = {},
): Host {
  const transport = createTransport({ now: Date.now })
  let preferences: Preferences = defaultPreferences
  const api = createApi({
    now: Date.now,
    uptime: () => performance.now(),
    newId: randomUUID,
    transport,
    workspace,
    backUp: async () => ({ kind: 'not_made', reason: { code: 'not_on_disk', evidence: {} } }),
    copySecret: noClipboard,
    copyText: noClipboard,
    systemProxy: async (url) => proxyOfVariables(url, process.env),
    chooseFile: async () => null,
    readFile: readFileAtMost,
    openFile: async () => null,
    openFolder: async () => null,
    keyring: noKeyring,
    variables: process.env,
    homeFolder: homedir(),
    saveFile,
    saveInParts: noDialog,
    saveFolder: noDialog,
    preferences: {
      get: () => preferences,
      set: (change) => (preferences = { ...preferences, ...change }),
    },
    sandbox: {
      status: () =>
        sandbox === null ? { kind: 'absent' } : { kind: 'running', issuer: sandbox.issuer, api: sandbox.api },
      facts: () => sandbox,
      changes: () => [],
      change: () => {},
      restart: () => {
        throw new Error('The command line starts its sandbox once.')
      },
    },
    notify: () => {},
    version: version(),
    runtime: { node: process.versions.node, platform: `${platform()} ${arch()}` },
  })
  return {
    api,
    workspace,
    close: () => {
      transport.close()
      workspace.close()
    },
  }
}

async function noDialog(): Promise<never> {
  throw new Error('The command line asks nobody for a file.')
}

function noClipboard(): never {
  throw new Error('The command line does not use the clipboard.')
}
