import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { call } from '../support/bridge.ts'
import { serve } from '../support/fault-server.ts'
import { flowPlaces, openOwnFlow } from '../support/flow-places.ts'
import { expect, test } from '../support/shared-app.ts'
import { startVaultServer } from '../support/vault-server.ts'

test('with mutual TLS the token is bound to the certificate, and the steps say so', async ({ window }) => {
  const { panel, runToEnd, step } = await openOwnFlow(window, 'sandbox', {
    token_endpoint_auth_method: 'tls_client_auth',
  })
  await runToEnd()
  await expect(panel).toContainText('The API accepted the token')
  await expect(step(/^Step 1, .*tls_client_auth/)).toHaveAttribute('data-state', 'done')
  await expect(step(/^Step 2, .*bound to the certificate/)).toHaveAttribute('data-state', 'done')
  await expect(step(/^Step 3, .*client certificate/)).toHaveAttribute('data-state', 'done')
})

test('a Vault that refuses the secret stops the run at its step, and one that gives it lets the run go on', async ({
  window,
}) => {
  const vault = await startVaultServer({
    kv2: { secret: { orders: [{ data: { client_secret: 'from-vault' } }] } },
  })
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 }))
  })
  const source = {
    kind: 'vault',
    address: vault.address,
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'orders',
    key: 'client_secret',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const value = {
    ...newEnvironment,
    name: 'From Vault',
    client_id: 'orders',
    token_endpoint: `${server.url}/token`,
    secretSources: { client_secret: source },
  }
  await call(window, 'saveEnvironment', { id: null, value, secrets: { vault_token: 'vault-token' }, keepOld: [] })
  await window.reload()
  const { link, panel, run, runToEnd, step, tab } = flowPlaces(window)
  await link('From Vault').click()
  await tab('Flow').click()
  const secret = step(/This app to HashiCorp Vault: Read the secret/)
  await runToEnd()
  await expect(secret).toHaveAttribute('data-state', 'failed')
  await expect(step(/^Step 1, /)).toHaveAttribute('data-state', 'left_out')
  vault.state.tokens = { 'vault-token': ['secret/data/orders'] }
  await run.first().click()
  await expect(panel).toContainText('The token was issued')
  await expect(secret).toHaveAttribute('data-state', 'done')
  await server.close()
  await vault.close()
})
