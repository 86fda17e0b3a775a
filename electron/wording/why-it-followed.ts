import type { Exchange } from '../contract/exchange.ts'

/** Why an exchange followed from the one before it; null for the first one, and for a redirect, which shows itself. */
export function whyItFollowed({ retryOf, causedBy, purpose }: Pick<Exchange, 'retryOf' | 'causedBy' | 'purpose'>) {
  if (retryOf !== null) return 'sent again with the DPoP nonce'
  if (causedBy === null) return null
  switch (purpose) {
    case 'api':
      return 'carries the new token'
    case 'discovery':
      return 'asks the next address for metadata'
    case 'jwks':
      return 'fetches the keys to verify the answer'
    case 'token':
      return 'requests a new token after the 401'
    case 'introspection':
    case 'revocation':
      return null
  }
}
