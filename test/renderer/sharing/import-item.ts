import type { ImportItem } from '../../../electron/contract/sharing.ts'

/** An environment of a file, as the importer tells of it. */
export function importItem(change: Partial<ImportItem>): ImportItem {
  const id = change.id ?? 'one'
  return {
    id,
    name: id,
    stage: 'development',
    status: 'added',
    existing: null,
    changes: [],
    apiCalls: 0,
    receivers: [],
    carried: [],
    missing: [],
    kind: 'environment',
    settings: {
      name: id,
      stage: 'development',
      issuer: '',
      token_endpoint: '',
      client_id: '',
      token_endpoint_auth_method: 'client_secret_basic',
      scope: '',
      audience: '',
    },
    faults: [],
    provider: 'standard',
    open: [],
    found: [],
    missingVariables: [],
    accepted: [],
    ...change,
  }
}
