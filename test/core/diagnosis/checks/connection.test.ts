import { expect, test } from 'vitest'
import type { Connection, FailureCode } from '../../../../electron/contract/exchange.ts'
import { connection } from '../../../../electron/core/diagnosis/checks/connection.ts'
import { diagnosisOf } from '../../../diagnosis/diagnosis-of.ts'
import { recordSchema } from '../../../diagnosis/record.ts'

/** The case of a token request to a server of this network, which failed on the way. */
async function failed(url: string, code: FailureCode) {
  const record = recordSchema.parse({
    name: 'a failure',
    from: 'documented: this test',
    step: 'token',
    request: { method: 'POST', url, headers: [], body: 'grant_type=client_credentials' },
    response: null,
    failure: { code, phase: 'wait', nodeCode: null },
    cause: null,
  })
  return (await diagnosisOf(record)).kase
}

test('the way is not ruled out where the request failed on it and nothing more is known', async () => {
  expect(connection.look(await failed('https://id.internal/token', 'tls_self_signed'))).toBeNull()
  expect(connection.look(await failed('https://id.internal/token', 'reset'))).toBeNull()
})

test('a port that closed a connection may take TLS only, unless the connection was used before', async () => {
  const kase = await failed('http://id.internal:8080/token', 'reset')
  expect(connection.look(kase)).toMatchObject([{ finding: { code: 'wrong_endpoint' } }])
  const reused: Connection = {
    reused: true,
    proxy: null,
    remoteAddress: null,
    remotePort: null,
    localAddress: null,
    localPort: null,
  }
  expect(connection.look({ ...kase, connection: reused })).toBeNull()
})
