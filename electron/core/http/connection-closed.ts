import type { Phase } from '../../contract/exchange.ts'

export function connectionClosed(phase: Phase): Error {
  const who = phase === 'proxy' ? 'proxy' : 'server'
  return Object.assign(new Error(`The ${who} closed the connection before it was set up.`), { code: 'ECONNRESET' })
}
