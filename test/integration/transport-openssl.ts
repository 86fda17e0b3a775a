import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Identity } from './transport-authority.ts'

/** A server of OpenSSL's own that requires a client certificate of `ca` and says in alerts what it thinks of one. */
export async function openssl({ key, cert }: Identity, ca: string, version: 'TLSv1.2' | 'TLSv1.3') {
  const folder = await mkdtemp(path.join(tmpdir(), 'ccx-s-server-'))
  const files = { 'server.key': key, 'server.pem': cert, 'ca.pem': ca }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  const only = version === 'TLSv1.2' ? '-tls1_2' : '-tls1_3'
  const options = `-accept 127.0.0.1:0 -key server.key -cert server.pem -CAfile ca.pem -Verify 4 -verify_return_error -www ${only}`
  const child = spawn('openssl', ['s_server', ...options.split(' ')], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let port: string | undefined
  for await (const line of createInterface(child.stdout)) {
    port = /^ACCEPT .*:(\d+)$/.exec(line)?.[1]
    if (port !== undefined) break
  }
  child.stdout.resume()
  return {
    url: `https://127.0.0.1:${port}/`,
    close: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
