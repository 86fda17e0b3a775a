import { assertNever } from '../common/assert-never.ts'
import type { Exchange, Phase, Sent } from '../contract/exchange.ts'

/** How much of the request went out; of exchanges that do not say it, by the phase in which they failed. */
export function sentOf({ sent, failure }: Pick<Exchange, 'sent' | 'failure'>): Sent {
  return sent ?? (failure === null ? 'yes' : sentBefore(failure.phase))
}

/** How much had been sent when a request failed in this phase. */
export function sentBefore(phase: Phase): Sent {
  switch (phase) {
    case 'dns':
    case 'connect':
    case 'proxy':
    case 'tls':
      return 'no'
    case 'send':
      return 'partly'
    case 'wait':
    case 'download':
      return 'yes'
    default:
      return assertNever(phase)
  }
}

/** What is said above a request that did not go out as it is shown; null when it did. */
export function sentSentence(sent: Sent): string | null {
  switch (sent) {
    case 'no':
      return 'Not sent. This is what would have been sent.'
    case 'partly':
      return 'Perhaps not sent completely. This is what was to be sent.'
    case 'yes':
      return null
    default:
      return assertNever(sent)
  }
}
