import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports of loopback that are free now, as text for an environment variable. */
export async function freePorts(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      return String(typeof address === 'object' ? address?.port : 0)
    }),
  )
  await Promise.all(
    servers.map(async (server) => {
      server.close()
      await once(server, 'close')
    }),
  )
  return ports
}
