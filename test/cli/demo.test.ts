import { once } from 'node:events'
import { expect, test } from 'vitest'
import { runCcx, startCcx } from './run-ccx.ts'

test('an interrupted ccx demo ends by itself and leaves nothing running', async () => {
  const child = startCcx(['demo'])
  try {
    const closed = once(child, 'close')
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    child.stdout.resume()
    child.stderr.resume()
    await closed
    // Whether the signal or the last step came first, the process ended without force.
    expect(child.signalCode).toBeNull()
  } finally {
    child.kill('SIGKILL')
  }
})

test('ccx demo goes from the token to its revocation, shows each step, and no secret', async () => {
  const { code, stdout, stderr } = await runCcx(['demo'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const steps = [
    /✓ 1\. Request a token[^]*POST http:\/\/127\.0\.0\.1:\d+\/token {2}200 OK {2}[\d.]+ ms/,
    /scopes asked +api:read api:write\n +scopes granted +api:read api:write/,
    /lifetime +600 s, until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
    /✓ 2\. Read its claims[^]*client_id +sandbox-jwt[^]*aud +urn:sandbox:orders/,
    /✓ 3\. Verify it[^]*\/jwks {2}200 OK[^]*✓ signature[^]*✓ audience[^]*The token is genuine\./,
    /✓ 4\. Introspect it[^]*active +true/,
    /✓ 5\. Call the orders API[^]*\/api\/orders {2}200 OK/,
    /✓ 6\. Call the ledger API[^]*\/api\/ledger {2}200 OK/,
    /✓ 7\. Revoke it[^]*\/token\/revocation {2}200 OK/,
    /✓ 8\. Introspect it again[^]*active +false/,
    /✓ 9\. Call the ledger API with the revoked token[^]*\/api\/ledger {2}401 Unauthorized[^]*error +invalid_token/,
    /✓ 10\. Call the orders API with the revoked token[^]*\/api\/orders {2}200 OK/,
    /All 10 steps went as expected/,
  ]
  let from = 0
  for (const step of steps) {
    const found = step.exec(stdout.slice(from))
    if (found === null) throw new Error(`Not found, or not in this order: ${step}`)
    from += found.index
  }
  expect(stdout).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  expect(stdout).not.toMatch(/client_secret=|Basic [A-Za-z0-9+/=]{8}/)
})
