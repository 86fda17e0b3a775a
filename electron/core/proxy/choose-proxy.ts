import type { TransportFailure } from '../../contract/exchange.ts'
import type { Proxy, SendOptions } from '../http/transcript.ts'
import { type FailurePlace, transportFailure } from '../http/transport-failure.ts'
import { UnreadableProxy } from './system-proxy.ts'
import { errorMessage } from '../error-message.ts'

export type ProxyChoice = { kind: 'chosen'; proxy: Proxy | null } | { kind: 'failed'; failure: TransportFailure }

/** Waits for a proxy that has to be asked for. The system may take its time over that; cancelling and the time limit hold here too. */
export function chooseProxy(
  asked: Promise<Proxy | null>,
  place: FailurePlace,
  { signal, limits }: Pick<SendOptions, 'signal' | 'limits'>,
): Promise<ProxyChoice> {
  return new Promise((resolve) => {
    const settle = (choice: ProxyChoice) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(choice)
    }
    const fail = (failure: TransportFailure) => settle({ kind: 'failed', failure })
    const cancel = () => fail(transportFailure('cancelled', place))
    const timer = setTimeout(
      () => fail(transportFailure('timeout', place, { what: 'proxy_choice', limit: String(limits.connect) })),
      limits.connect,
    )
    signal.addEventListener('abort', cancel)
    asked.then(
      (proxy) => settle({ kind: 'chosen', proxy }),
      (error: unknown) => fail(transportFailure('proxy_unknown', place, proxyEvidence(error))),
    )
    if (signal.aborted) cancel()
  })
}

/** Why the system's choice of a proxy is of no use, for a problem or a failure. */
export const proxyEvidence = (error: unknown) =>
  error instanceof UnreadableProxy ? { url: error.url } : { words: errorMessage(error) }
