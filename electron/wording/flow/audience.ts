import type { TokenResult } from './token.ts'

/** An API that refused a token because of its audience; `wanted` is empty where it does not say which it wants. */
export function audienceRefused(
  wanted: string,
  token: TokenResult | null,
  request: { client_id: string; audience: string },
): { title: string; reason: string } {
  const requested = request.audience === '' ? 'the request named no audience' : `the request named ${request.audience}`
  return {
    title: `The API refused the token: it wants ${wanted === '' ? 'another audience' : `audience ${wanted}`}`,
    reason: `${heldAudience(token, request.client_id)}, and ${requested}.`,
  }
}

function heldAudience(token: TokenResult | null, client_id: string): string {
  const audience = token?.audience ?? []
  if (token === null || token.format === 'opaque') return 'What audience the token has is not known'
  if (audience.length === 0) return 'The token has no audience'
  if (audience.length === 1 && audience[0] === client_id) return 'The token’s audience is your client ID'
  return `The token’s audience is ${audience.join(', ')}`
}
