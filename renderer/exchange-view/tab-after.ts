import type { Exchange } from '../../electron/contract/exchange.ts'

export type ExchangeTab = 'request' | 'response' | 'timing' | 'tls'

/** The tab that shows why an exchange failed; null where none of them does, or nothing failed. */
export function tabAfter({ response, failure }: Pick<Exchange, 'response' | 'failure'>): ExchangeTab | null {
  if (failure !== null) {
    if (failure.code.startsWith('tls_')) return 'tls'
    return failure.code === 'timeout' ? 'timing' : null
  }
  return response !== null && response.status >= 400 ? 'response' : null
}
