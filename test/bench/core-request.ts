import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import { createApi } from '../../electron/core/api.ts'
import { readFileAtMost } from '../../electron/core/files/read-file.ts'
import { createTransport } from '../../electron/core/http/transport.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring } from '../support/memory-keyring.ts'
import { benchEnvironment } from './environment.ts'

export interface Requester {
  requestToken: () => Promise<void>
  close: () => void
}

/** Core behind a requester. */
export interface CoreRequester extends Requester {
  /** The newest exchange as the workspace keeps it. */
  record: () => Promise<string>
  /** Calls an API with the token of the environment. */
  callApi: (url: string) => Promise<void>
}

/** Token requests through core, as the app makes them: transcript, findings, and a record in a workspace on disk. */
export async function openCore(tokenEndpoint: string): Promise<CoreRequester> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-'))
  const workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  const transport = createTransport()
  const api = createApi({
    now: Date.now,
    uptime: () => performance.now(),
    newId: randomUUID,
    transport,
    workspace,
    backUp: async () => ({ kind: 'unchanged' }),
    copySecret: () => {},
    copyText: () => {},
    systemProxy: async () => null,
    chooseFile: async () => null,
    readFile: readFileAtMost,
    openFile: async () => null,
    openFolder: async () => null,
    keyring: memoryKeyring(),
    variables: {},
    homeFolder: folder,
    saveFile: async () => null,
    saveInParts: async () => null,
    saveFolder: async () => null,
    preferences: { get: () => defaultPreferences, set: () => defaultPreferences },
    sandbox: {
      status: () => ({ kind: 'absent' }),
      facts: () => null,
      restart: () => {},
      changes: () => [],
      change: () => {},
    },
    notify: () => {},
    version: 'bench',
    runtime: {},
  })
  const context = { flowId: 'flow', signal: new AbortController().signal }
  const saved = await api.saveEnvironment(benchEnvironment(tokenEndpoint), context)
  if (saved.kind !== 'saved') throw new Error(`Core said ${saved.kind}.`)
  const environmentId = saved.environment.id
  return {
    requestToken: async () => {
      const outcome = await api.requestToken({ environmentId }, context)
      if (outcome.kind !== 'issued') throw new Error(`Core said ${outcome.kind}.`)
    },
    record: async () => {
      const [newest] = await api.listExchanges({ environmentId, limit: 1 }, context)
      return JSON.stringify(newest && (await api.getExchange({ id: newest.id }, context)))
    },
    callApi: async (url) => {
      const outcome = await api.sendApiCall({ environmentId, request: { ...newApiRequest, url } }, context)
      if (outcome.kind !== 'answered') throw new Error(`Core said ${outcome.kind}.`)
    },
    close: () => {
      transport.close()
      workspace.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
