import type { RequestListener } from 'node:http'
import type { SandboxChange } from '../vocabulary/sandbox-changes.ts'
import { paths } from './authorization-server/paths.ts'
import { sendJson } from './json-http.ts'

/** What is changed now. The servers ask it with each request. */
export interface Changes {
  has: (change: SandboxChange) => boolean
  set: (changes: readonly SandboxChange[]) => void
}

export function createChanges(): Changes {
  let current: ReadonlySet<SandboxChange> = new Set()
  return {
    has: (change) => current.has(change),
    set: (changes) => {
      current = new Set(changes)
    },
  }
}

/** Seconds that tokens live, scopes and the audience, with and without the change. */
export const shortLifetime = 60
export const longLifetime = 7 * 24 * 60 * 60
export const remainingScope = 'api:read'
export const newAudience = 'urn:sandbox:orders:v2'

/** Milliseconds. */
const slowness = 1500

/** The token endpoint, which may answer late, or that it cannot. */
export function tokenEndpointWith(changes: Changes, listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url?.split('?', 1)[0] !== paths.token) listener(request, response)
    else if (changes.has('failures')) {
      request.resume()
      const error_description = 'Switched on in Settings, under Sandbox.'
      sendJson(response, 503, { error: 'temporarily_unavailable', error_description })
    } else if (changes.has('slow_answers')) setTimeout(() => listener(request, response), slowness)
    else listener(request, response)
  }
}
