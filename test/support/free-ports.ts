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

/** A number after which `count` ports of loopback are free now, for a server that counts its ports from a base. */
export async function freePortsAfter(count: number): Promise<number> {
  // Below the ports that systems give out by themselves, so that nobody takes one in between.
  for (let base = 20_000 + (process.pid % 300) * 30; base + count < 32_768; base += 30) {
    if (await areFree(Array.from({ length: count }, (_, index) => base + 1 + index))) return base
  }
  throw new Error(`No ${count} ports in a row are free.`)
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const results = await Promise.all(
    ports.map(async (port) => {
      const server = createServer()
      server.listen(port, '127.0.0.1')
      const isFree = await once(server, 'listening').then(
        () => true,
        () => false,
      )
      server.close()
      return isFree
    }),
  )
  return results.every(Boolean)
}
