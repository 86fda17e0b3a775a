import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'

export interface AuthorizationServer {
  tokenEndpoint: string
  close: () => Promise<void>
}

const addressSchema = z.object({ port: z.number() })

export async function openAuthorizationServer(): Promise<AuthorizationServer> {
  const server = fork(path.join(import.meta.dirname, 'token-server.ts'))
  const ended = once(server, 'exit')
  const [address]: unknown[] = await once(server, 'message')
  return {
    tokenEndpoint: `http://127.0.0.1:${addressSchema.parse(address).port}/token`,
    close: async () => {
      server.disconnect()
      await ended
    },
  }
}
