import type { SettingsFields } from '../../../common/client-settings/client-settings.ts'
import type { DraftClient } from './import-draft.ts'

/** What makes two clients the same: everything that the token request says but the secret. */
export function clientKey({ settings }: Pick<DraftClient, 'settings'>): string {
  const { token_endpoint, issuer, client_id, scope, audience, resource, parameters } = settings
  return JSON.stringify([
    token_endpoint ?? issuer ?? '',
    client_id ?? '',
    (scope ?? '').split(/\s+/).filter(Boolean).toSorted(),
    audience ?? '',
    resource ?? [],
    (parameters ?? []).map(({ name, value }) => [name, value]),
  ])
}

export interface UniqueClients {
  clients: readonly DraftClient[]
  /** Which of them a client of the draft is. */
  indexOf: (client: DraftClient) => number
  /** Whether its secret is another one than that of the client that it is. */
  differs: (client: DraftClient) => boolean
  duplicates: number
}

/** Each client once; what only another one of the same says is taken from it. */
export function uniqueClients(all: readonly DraftClient[]): UniqueClients {
  const clients: DraftClient[] = []
  const byKey = new Map<string, number>()
  const indexes = new Map<DraftClient, number>()
  const differing = new Set<DraftClient>()
  for (const client of new Set(all)) {
    const key = clientKey(client)
    const index = byKey.get(key)
    const same = index === undefined ? undefined : clients[index]
    if (index === undefined || same === undefined) {
      byKey.set(key, clients.length)
      indexes.set(client, clients.length)
      clients.push(client)
      continue
    }
    indexes.set(client, index)
    const [secret, other] = [same.secrets.client_secret ?? '', client.secrets.client_secret ?? '']
    if (secret !== '' && other !== '' && secret !== other) differing.add(client)
    clients[index] = {
      ...same,
      name: same.name || client.name,
      settings: { ...client.settings, ...withoutEmpty(same.settings) },
      secrets: { ...client.secrets, ...same.secrets },
    }
  }
  return {
    clients,
    indexOf: (client) => indexes.get(client) ?? 0,
    differs: (client) => differing.has(client),
    duplicates: indexes.size - clients.length,
  }
}

const withoutEmpty = (settings: SettingsFields): SettingsFields =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''))
