import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { canonicalJson } from '../../electron/core/json/canonical-json.ts'
import type { Workspace } from '../../electron/core/workspace/workspace.ts'
import { openSharing } from '../integration/sharing-app.ts'
import { interleaved, type Pair } from './pairs.ts'
import { givenText } from '../support/given-text.ts'
import { timedInWorkspace } from './timed-in-workspace.ts'

const count = 1000

const environments = Array.from({ length: count }, (_, index) => ({
  ...newEnvironment,
  id: `environment-${index}`,
  name: `Environment ${index}`,
  token_endpoint: `https://as.example/${index}/token`,
  apiCalls: [
    {
      id: `call-${index}`,
      method: 'GET',
      url: 'https://api.example/orders',
      body: '',
      followRedirects: false,
    },
  ],
  secrets: { client_secret: { kind: 'omitted' } },
}))
const text = canonicalJson({ format: 'client-credentials-explorer/environments', version: 1, environments })

/** Milliseconds of an import of 1,000 environments, read, previewed and applied; the floor parses and inserts them. */
export const measureImports = (): Promise<Pair<number>[]> =>
  interleaved(
    7,
    () => timedInWorkspace(bare),
    () => timedInWorkspace(imported),
  )

async function bare(workspace: Workspace): Promise<void> {
  const file: { environments: typeof environments } = JSON.parse(text)
  workspace.transaction(() => {
    for (const { id, apiCalls: _, secrets: __, ...value } of file.environments)
      workspace.environments.add({ id, builtIn: false, value })
  })
}

async function imported(workspace: Workspace): Promise<void> {
  const { api } = openSharing(workspace)
  const context = { flowId: 'flow', signal: new AbortController().signal }
  const reading = await api.readImport(givenText(text, 'bench.ccx.json'), context)
  if (reading.kind !== 'preview') throw new Error(`It was ${reading.kind}.`)
  const result = await api.applyImport({ importId: reading.importId, choices: [] }, context)
  if (result.kind !== 'applied' || result.added.length !== count) throw new Error(`It was ${result.kind}.`)
}
