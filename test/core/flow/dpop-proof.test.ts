import { expect, test } from 'vitest'
import type { Headers } from '../../../electron/contract/exchange.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { withNonce } from '../../../electron/core/flow/dpop-proof.ts'
import { createSession } from '../../../electron/core/session.ts'
import { answered } from '../oauth/transcript.ts'
import { exchange } from '../evidence/exchange.ts'

const environment = {
  id: '1',
  value: newEnvironment,
  secrets: {},
  usesPending: false,
  offline: true,
  secretVersions: {},
}
const url = 'https://as.example/token'
const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const proofWith = (nonce: string | null): Headers => [['DPoP', `${segment({})}.${segment(nonce ? { nonce } : {})}.AA`]]

interface Sending {
  /** Header fields of the request. */
  carried: Headers
  /** What the answer has as DPoP-Nonce. */
  supplied?: string
  isAccepted?: boolean
  /** Another request to the same server learns a nonce while this one is on its way. */
  learnedMeanwhile?: string
}

const said = ({ code, evidence }: Finding) => ({ code, ...evidence })

async function sending(...sendings: Sending[]) {
  const session = createSession()
  const retries: (string | null)[] = []
  const { proofFindings } = await withNonce({ session }, environment, async (retryOf) => {
    const sent = sendings[retries.length]
    if (sent === undefined) throw new Error('Sent too often.')
    retries.push(retryOf)
    if (sent.learnedMeanwhile !== undefined) session.nonces.set('1 https://as.example', sent.learnedMeanwhile)
    const fields: [string, string][] = sent.supplied === undefined ? [] : [['DPoP-Nonce', sent.supplied]]
    const body = sent.isAccepted === true ? '{}' : '{"error":"use_dpop_nonce"}'
    const request = { method: 'POST', url, headers: sent.carried, body: null }
    return {
      transcript: answered(sent.isAccepted === true ? 200 : 400, body, fields, { request }),
      exchange,
      conclude: () => {},
    }
  })
  return { sent: retries.length, said: proofFindings.map(said) }
}

test('a request without a proof is never sent again, no matter what the server asks for', async () => {
  expect(await sending({ carried: [], supplied: 'n' })).toEqual({ sent: 1, said: [] })
})

test('a server that asks for a nonce and supplies none is distinguished from one that refuses its own', async () => {
  expect(await sending({ carried: proofWith(null) })).toEqual({ sent: 1, said: [{ code: 'dpop_nonce_missing' }] })
})

test('a nonce that another request learned meanwhile is used, also when the answer supplies none', async () => {
  const second = { carried: proofWith('b'), isAccepted: true }
  for (const carried of [proofWith(null), proofWith('a')]) {
    expect(await sending({ carried, learnedMeanwhile: 'b' }, second)).toEqual({
      sent: 2,
      said: [{ code: 'dpop_nonce_supplied' }],
    })
  }
})

test('the nonce that a refused proof carried is not sent again, and the finding says what the server supplied', async () => {
  const carried = proofWith('a')
  expect(await sending({ carried, learnedMeanwhile: 'a' })).toEqual({
    sent: 1,
    said: [{ code: 'dpop_nonce_repeated', sent: 'once', supplied: 'no' }],
  })
  expect(await sending({ carried, supplied: 'a' })).toEqual({
    sent: 1,
    said: [{ code: 'dpop_nonce_repeated', sent: 'once', supplied: 'yes' }],
  })
})

test('a third time is never tried', async () => {
  const again = { carried: proofWith('a'), supplied: 'b' }
  expect(await sending({ carried: proofWith(null), supplied: 'a' }, again)).toEqual({
    sent: 2,
    said: [{ code: 'dpop_nonce_repeated', sent: 'twice', supplied: 'yes' }],
  })
})
