import type { TransportFailure } from '../../contract/exchange.ts'
import type { Proxy, SendOptions } from '../http/transcript.ts'
import { errorMessage } from '../error-message.ts'

export type ProxyChoice =
  | { kind: 'chosen'; proxy: Proxy | null }
  | { kind: 'failed'; code: TransportFailure['code']; detail: string }

/** Asks the network for the proxy. The system may take its time over that; cancelling and the time limit hold here too. */
export function chooseProxy(url: string, { network, signal, limits }: SendOptions): Promise<ProxyChoice> {
  return new Promise((resolve) => {
    const settle = (choice: ProxyChoice) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(choice)
    }
    const cancel = () => settle({ kind: 'failed', code: 'cancelled', detail: 'Cancelled.' })
    const timer = setTimeout(
      () => settle({ kind: 'failed', code: 'timeout', detail: `No proxy was named within ${limits.connect} ms.` }),
      limits.connect,
    )
    signal.addEventListener('abort', cancel)
    if (signal.aborted) return cancel()
    network.proxyFor(url).then(
      (proxy) => settle({ kind: 'chosen', proxy }),
      (error: unknown) =>
        settle({ kind: 'failed', code: 'other', detail: `No proxy could be chosen: ${errorMessage(error)}` }),
    )
  })
}
