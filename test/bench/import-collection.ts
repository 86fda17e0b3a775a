import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { noImportEdits } from '../../electron/catalogue/no-import-edits.ts'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { Workspace } from '../../electron/core/workspace/workspace.ts'
import { openSharing } from '../integration/sharing-app.ts'
import { givenText } from '../support/given-text.ts'
import { interleaved, type Pair } from './pairs.ts'
import { timedInWorkspace } from './timed-in-workspace.ts'

const folders = 100
const perFolder = 49

/** A collection of 5 MB, as its tool writes it: 4,900 requests in 100 folders, one client for all. */
export const collection = JSON.stringify({
  info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: {
    type: 'oauth2',
    oauth2: [
      { key: 'grant_type', value: 'client_credentials' },
      { key: 'accessTokenUrl', value: 'https://as.example/token' },
      { key: 'clientId', value: 'shop' },
      { key: 'clientSecret', value: 'bench-S3cret-of-the-shop' },
      { key: 'scope', value: 'orders' },
    ].map((row) => Object.assign(row, { type: 'string' })),
  },
  variable: [{ key: 'base', value: 'https://api.example' }],
  item: Array.from({ length: folders }, (_, folder) => ({
    name: `Folder ${folder}`,
    item: Array.from({ length: perFolder }, (__, index) => request(folder, index)),
  })),
})

function request(folder: number, index: number) {
  const at = `v1/customers/${folder}/orders/${index}`
  return {
    name: `Order ${index} of customer ${folder}`,
    request: {
      method: index % 2 === 0 ? 'GET' : 'POST',
      header: [
        { key: 'Accept', value: 'application/json' },
        { key: 'X-Request-Source', value: `bench-${folder}-${index}` },
      ],
      url: {
        raw: `{{base}}/${at}?page=1&size=50`,
        host: ['{{base}}'],
        path: at.split('/'),
        query: [
          { key: 'page', value: '1' },
          { key: 'size', value: '50' },
        ],
      },
      body: {
        mode: 'raw',
        raw: JSON.stringify({ id: index, customer: folder, note: 'Ships with the next parcel. '.repeat(17) }),
        options: { raw: { language: 'json' } },
      },
      description: 'What an order holds, and when it was changed last.',
    },
    response: [],
  }
}

export interface ImportedCollection {
  /** Milliseconds from the text to environments in the workspace; the floor parses it and inserts as many rows. */
  took: Pair<number>[]
  /** The longest time that nothing else had its turn, in milliseconds; the floor is what is allowed. */
  held: Pair<number>[]
  /** The same of one in whose place another comes, and of its undo. */
  heldByReplacing: Pair<number>[]
}

const allowed = 50

export async function measureCollection(rounds = 5): Promise<ImportedCollection> {
  const held: Pair<number>[] = []
  const heldByReplacing: Pair<number>[] = []
  const took = await interleaved(
    rounds,
    () => timedInWorkspace(bare),
    async () => {
      const watch = watchTurns()
      const milliseconds = await timedInWorkspace(imported, async (workspace) => {
        await setImmediate()
        held.push({ floor: allowed, ours: watch() })
        const again = watchTurns()
        await replaced(workspace)
        await setImmediate()
        heldByReplacing.push({ floor: allowed, ours: again() })
      })
      return milliseconds
    },
  )
  return { took, held, heldByReplacing }
}

async function bare(workspace: Workspace): Promise<void> {
  const file: { item: { item: { name: string; request: object }[] }[] } = JSON.parse(collection)
  workspace.transaction(() => {
    workspace.environments.add({ id: 'a', builtIn: false, value: { ...newEnvironment, name: 'a' } })
    const calls = file.item.flatMap(({ item }) =>
      item.map(({ name }) => ({
        ...newApiRequest,
        ...newCallLabel,
        id: randomUUID(),
        environmentId: 'a',
        name,
        url: 'https://api.example/',
      })),
    )
    const { apiCalls } = workspace
    apiCalls.insertAll(apiCalls.prepared(calls, 0, () => true, randomUUID))
  })
}

async function imported(workspace: Workspace): Promise<void> {
  const { api } = openSharing(workspace)
  const context = { flowId: 'flow', signal: new AbortController().signal }
  const reading = await api.readImport(givenText(collection, 'shop.postman_collection.json'), context)
  if (reading.kind !== 'preview') throw new Error(`It was ${JSON.stringify(reading)}.`)
  const { importId, items } = reading
  const targets = Object.fromEntries(items.flatMap(({ id, kind }) => (kind === 'calls' ? [[id, null]] : [])))
  await api.editImport({ importId, edits: { ...noImportEdits, targets } }, context)
  const result = await api.applyImport({ importId, choices: [] }, context)
  if (result.kind !== 'applied' || result.added.length !== 1) throw new Error(`It was ${JSON.stringify(result)}.`)
  const calls = result.added.reduce((sum, id) => sum + workspace.apiCalls.count(id), 0)
  if (calls !== folders * perFolder) throw new Error(`${calls} calls came.`)
}

/** A later version of the collection in the place of the first, and taken back. */
async function replaced(workspace: Workspace): Promise<void> {
  const { api } = openSharing(workspace)
  const context = { flowId: 'flow', signal: new AbortController().signal }
  const later = collection.replaceAll(/("name":"Order \d*7 of)/g, '$1 a')
  const reading = await api.readImport(givenText(later, 'shop.postman_collection.json'), context)
  if (reading.kind !== 'preview') throw new Error(`It was ${JSON.stringify(reading)}.`)
  const { importId, items } = reading
  const choices = items.map(({ id }) => ({ id, choice: 'replace' as const }))
  const result = await api.applyImport({ importId, choices }, context)
  if (result.kind !== 'applied' || result.replaced.length !== 1) throw new Error(`It was ${JSON.stringify(result)}.`)
  const undone = await api.undoImport({ importId }, context)
  if (undone.kind !== 'undone') throw new Error(`It was ${JSON.stringify(undone)}.`)
}

/** Looks every turn of the event loop how long the last one took; gives the longest. */
function watchTurns(): () => number {
  let longest = 0
  let last = performance.now()
  let isOver = false
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) globalThis.setImmediate(turn)
  }
  globalThis.setImmediate(turn)
  return () => {
    isOver = true
    return longest
  }
}
