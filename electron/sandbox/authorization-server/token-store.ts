import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/**
 * Keeps opaque tokens in memory for as long as they live. The other lookups belong to flows with a user, which the
 * sandbox does not have.
 */
export function createTokenStore(now: () => number): AdapterFactory {
  const entries = new Map<string, { payload: AdapterPayload; expiresAt: number }>()

  function dropExpired(): void {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key)
  }

  return (model): Adapter => ({
    async upsert(id, payload, expiresIn = Infinity) {
      dropExpired()
      entries.set(`${model}:${id}`, { payload, expiresAt: now() + expiresIn * 1000 })
    },
    async find(id) {
      return entries.get(`${model}:${id}`)?.payload
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    async findByUid() {},
    async findByUserCode() {},
    async consume() {},
    async revokeByGrantId() {},
  })
}
