import type { DraftCall, DraftClient, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { environmentsOf } from '../../../../electron/core/importing/drafts/environments-of.ts'

export const place = { file: 'orders.json', line: null, pointer: null }

export const draft = (members: Partial<ImportDraft>): ImportDraft => ({
  format: 'postman_collection',
  version: '2.1',
  name: 'Orders',
  clients: [],
  calls: [],
  variables: [],
  variableSets: [],
  notes: [],
  ...members,
})

export const client = (members: Partial<DraftClient> = {}): DraftClient => ({
  name: 'Orders client',
  place,
  settings: { token_endpoint: 'https://as.example/token', client_id: 'orders' },
  secrets: {},
  ...members,
})

export const call = (members: Partial<DraftCall> = {}): DraftCall => ({
  place,
  name: 'List',
  folders: [],
  notes: '',
  method: 'GET',
  url: 'https://api.example/orders',
  query: [],
  headers: [],
  body: { kind: 'none' },
  authorization: { kind: 'unsaid' },
  scope: '',
  assertions: [],
  variables: [],
  ...members,
})

export const variable = (name: string, value: string, secret = false) => ({ name, value, secret })
export const set = (name: string, values: Readonly<Record<string, string>>) => ({
  name,
  place,
  variables: Object.entries(values).map(([one, value]) => variable(one, value)),
})
export const header = (name: string, value: string) => ({ name, value, enabled: true })

export function made(...drafts: ImportDraft[]) {
  let count = 0
  return environmentsOf(drafts, () => `id-${++count}`)
}
