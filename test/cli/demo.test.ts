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

test('ccx demo goes from the token to its revocation, shows each step of the picture, and no secret', async () => {
  const { code, stdout, stderr } = await runCcx(['demo'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const steps = [
    /1\. Run the flow[^]*✓ 1 POST \/token\n +client_secret_basic · requests 2 scopes/,
    /✓ 2 200 access_token\n[^]*POST http:\/\/127\.0\.0\.1:\d+\/token {2}200 {2}[\d.]+ ms/,
    /✓ {3}Verify\n +Genuine[^]*✓ {3}GET \/jwks[^]*\/jwks {2}200 /,
    /✓ {3}POST \/token\/introspection\n +200 · active: true · as in 4A/,
    /✓ 3 GET \/api\/orders[^]*· 4 Validates the token[^]*not visible[^]*✓ 5 200 OK[^]*\/api\/orders {2}200 /,
    /The token is genuine, active and accepted\./,
    /scopes asked +api:read api:write\n +scopes granted +api:read api:write/,
    /lifetime +600 s, until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/,
    /client_id +sandbox-jwt[^]*aud +urn:sandbox:orders/,
    /✓ signature[^]*✓ audience/,
    /2\. Revoke and prove, at the ledger API[^]*✓ 3 GET \/api\/ledger[^]*\/api\/ledger {2}200 /,
    /✓ {3}POST \/token\/revocation[^]*\/token\/revocation {2}200 /,
    /✓ {3}POST \/token\/introspection\n +The server says inactive/,
    /✓ 5 401 invalid_token[^]*\/api\/ledger {2}401 [^]*Refused, as it should be/,
    /3\. Revoke and prove, at the orders API[^]*✓ {3}POST \/token\/introspection\n +The server says inactive/,
    /! 5 200 OK\n +Still accepted[^]*\/api\/orders {2}200 /,
    /All 3 runs went as expected/,
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
