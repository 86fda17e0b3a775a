import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'

/** A token endpoint that takes the client secrets that a test says, and notes every one that reached it. */
export async function tokenEndpoint(accepted: Set<string>) {
  const servers = misbehavingServers()
  const received: string[] = []
  const { url } = await servers.serve((request, response) => {
    const [, encoded = ''] = (request.headers.authorization ?? '').split(' ')
    const [, secret = ''] = Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent)
    received.push(secret)
    if (accepted.has(secret)) json(response, 200, { ...bearer, access_token: `token-${received.length}` })
    else json(response, 401, { error: 'invalid_client' })
  })
  return { url: `${url}/token`, origin: url, received, close: servers.closeAll }
}
