import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { sandboxFactsSchema } from '../../electron/contract/sandbox.ts'
import { runCcx, startCcx } from './run-ccx.ts'

test.each(['SIGINT', 'SIGTERM'] as const)('ccx sandbox --json serves until %s, and ends with 0', async (signal) => {
  const child = startCcx(['sandbox', '--json'])
  try {
    const [line]: string[] = await once(createInterface({ input: child.stdout }), 'line')
    const facts = sandboxFactsSchema.parse(JSON.parse(line ?? ''))
    const [client] = facts.clients
    const answer = await fetch(facts.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client?.client_id ?? '',
        client_secret: client?.client_secret ?? '',
      }),
    })
    expect(answer.status).toBe(200)
    const closed = once(child, 'close')
    child.kill(signal)
    expect(await closed).toEqual([0, null])
    await expect(fetch(facts.jwks_uri)).rejects.toThrow('fetch failed')
  } finally {
    child.kill('SIGKILL')
  }
})

test('ccx sandbox prints endpoints, credentials and an example for a person', async () => {
  const child = startCcx(['sandbox'])
  try {
    let printed = ''
    for await (const chunk of child.stdout) {
      printed += String(chunk)
      if (printed.includes('Ctrl+C')) break
    }
    expect(printed).toMatch(/Token endpoint +http:\/\/127\.0\.0\.1:\d+\/token\n/)
    expect(printed).toMatch(/over TLS[^]*Token endpoint +https:\/\/127\.0\.0\.1:\d+\/token\n/)
    expect(printed).toMatch(/Resource +urn:sandbox:orders/)
    expect(printed).toMatch(/Client ID +sandbox-jwt\n +Client secret +\S{43}\n +Authentication +client_secret_basic/)
    expect(printed).toMatch(/Client ID +sandbox-opaque\n/)
    expect(printed).toMatch(/Client ID +sandbox-tls\n +Authentication +tls_client_auth\n/)
    expect(printed).not.toMatch(/-----BEGIN/)
    expect(printed).toMatch(/curl -u 'sandbox-jwt:\S+' .*grant_type=client_credentials/)
  } finally {
    child.kill('SIGKILL')
  }
})

test('ccx sandbox --change has changes and weaknesses on from its start', async () => {
  const child = startCcx(['sandbox', '--json', '--change', 'weak_key', '--change', 'failures'])
  try {
    const [line]: string[] = await once(createInterface({ input: child.stdout }), 'line')
    const { jwks_uri, token_endpoint } = sandboxFactsSchema.parse(JSON.parse(line ?? ''))
    expect(await (await fetch(jwks_uri)).json()).toMatchObject({ keys: [{ kty: 'RSA' }, { kty: 'RSA' }] })
    expect((await fetch(token_endpoint, { method: 'POST' })).status).toBe(503)
  } finally {
    child.kill('SIGKILL')
  }
})

test('ccx sandbox with a change that it does not know says which there are, and starts nothing', async () => {
  const { code, stdout, stderr } = await runCcx(['sandbox', '--change', 'weak_key', '--change', 'nonsense'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('new_key short_lifetime')
  expect(stderr).toContain('no_rate_limit')
})
