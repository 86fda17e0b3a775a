import { serve } from './fault-server.ts'

/** An authorization server that issues a token to a client with this secret (client_secret_post), and counts. */
export async function issueTokens(secrets: readonly string[]): Promise<{
  url: string
  /** Secrets that came, in their order. */
  came: () => readonly string[]
  close: () => Promise<void>
}> {
  const came: string[] = []
  const server = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const secret = new URLSearchParams(Buffer.concat(chunks).toString()).get('client_secret') ?? ''
      came.push(secret)
      const fits = secrets.includes(secret)
      const body = fits
        ? { access_token: `token-${came.length}`, token_type: 'Bearer', expires_in: 3600 }
        : { error: 'invalid_client' }
      response.writeHead(fits ? 200 : 401, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify(body))
    })
  })
  return { url: server.url, came: () => came, close: server.close }
}
