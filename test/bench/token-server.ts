import { createServer } from 'node:http'
import { jtiOf } from './jti.ts'

/** A separate process, so that the server's work is in no figure: every POST is answered with the next token. */
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = encoded({ alg: 'RS256', typ: 'at+jwt', kid: 'bench' })
const signature = Buffer.alloc(256, 1).toString('base64url')
let issued = 0

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const iat = Math.floor(Date.now() / 1000)
    const claims = { iss: 'http://127.0.0.1', sub: 'bench', aud: 'bench', scope: 'api:read', iat, exp: iat + 600 }
    const access_token = `${header}.${encoded({ ...claims, jti: jtiOf(++issued) })}.${signature}`
    const body = JSON.stringify({ access_token, token_type: 'Bearer', expires_in: 600, scope: 'api:read' })
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.once('disconnect', () => process.exit(0))
