import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { KeySource } from '../../electron/contract/verification.ts'
import { assembled, makeSigner, type Signer } from './signed-tokens.ts'
import { context, openTestApi } from './test-api.ts'
import { pasted } from './verifications.ts'

/** Nobody may come here: it counts connections and answers nothing. */
let listener: Server
let url: string
let connections = 0
let attacker: Signer

beforeAll(async () => {
  listener = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  attacker = await makeSigner('attacker')
})
afterAll(async () => {
  listener.close()
  await once(listener, 'close')
})
beforeEach(() => (connections = 0))

const hostile: readonly [name: string, header: () => object][] = [
  ['jku', () => ({ jku: `${url}/jwks` })],
  ['x5u', () => ({ x5u: `${url}/certificate.pem` })],
  ['jwk', () => ({ jwk: attacker.published })],
  ['jwk with jku', () => ({ jwk: { ...attacker.published, jku: `${url}/jwks` }, jku: `${url}/jwks` })],
  ['a kid that is an address', () => ({ kid: `${url}/jwks` })],
  ['a kid that is a path', () => ({ kid: '../../../../etc/passwd' })],
  ['crit', () => ({ crit: ['jku'], jku: `${url}/jwks` })],
]

test.each(hostile)(
  'J1–J5: %s in the header makes no connection and no key: the token is not genuine by it',
  async (_name, header) => {
    const opened = openTestApi(null)
    const key = JSON.stringify((await makeSigner('right')).published)
    const named = await opened.add({ issuer: url })
    const sources: KeySource[] = [
      { kind: 'jwks', fresh: false },
      { kind: 'jwks', fresh: true },
      { kind: 'key', text: key },
      { kind: 'secret', text: 'a shared secret of at least 32 bytes', encoding: 'utf-8' },
    ]
    const signed = await attacker.sign({ iss: url, jwks_uri: `${url}/jwks` }, header())
    const jwe = `${assembled({ alg: 'dir', enc: 'A256GCM', ...header() }, {}).split('.')[0]}..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA`
    for (const token of [signed, jwe]) {
      await opened.api.inspectText({ text: `Authorization: Bearer ${token}`, pick: 0 }, context)
      for (const environmentId of [null, named]) {
        for (const keys of sources) {
          const outcome = await opened.api.verifyToken({ token: pasted(token), environmentId, keys }, context)
          expect(outcome).not.toMatchObject({ verification: { verdict: 'genuine' } })
        }
        const typed = { kind: 'key', text: '{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}' } as const
        for (const opening of [typed, { kind: 'environment' } as const]) {
          await opened.api.openToken({ token: pasted(token), environmentId, key: opening }, context)
        }
      }
    }
    expect(connections).toBe(0)
    expect(await opened.api.listExchanges({ environmentId: null, limit: 10 }, context)).toEqual([])
    opened.close()
  },
)

test('the address would be reached, if a person agreed to it', async () => {
  const opened = openTestApi(null)
  const keys = { kind: 'url', url: `${url}/jwks`, fresh: false } as const
  await opened.api.verifyToken({ token: pasted(await attacker.sign()), environmentId: null, keys }, context)
  opened.close()
  expect(connections).toBe(1)
})
