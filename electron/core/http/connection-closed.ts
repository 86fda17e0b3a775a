import type { Phase } from '../../contract/exchange.ts'
import type { FailureEvidence } from './transport-failure.ts'

/** The other side closed the connection before it was set up. */
export class ConnectionClosed extends Error {
  readonly code = 'ECONNRESET'
  readonly evidence: FailureEvidence<'reset'>

  constructor(phase: Phase) {
    super('closed')
    this.evidence = { at: 'setup', by: phase === 'proxy' ? 'proxy' : 'server' }
  }
}
