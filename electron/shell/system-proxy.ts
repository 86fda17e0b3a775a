import { session } from 'electron'
import { proxyOfPac } from './pac.ts'

/** The system's proxy for a URL; null is none. Asked of a session without a page: the window's has a proxy that leads nowhere. */
export async function systemProxy(url: string): Promise<string | null> {
  return proxyOfPac(await session.fromPartition('system-proxy').resolveProxy(url))
}
