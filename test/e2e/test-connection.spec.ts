import { createServer as createTls } from 'node:https'
import { createServer as createTcp } from 'node:net'
import { makeAuthority } from '../integration/transport-authority.ts'
import { serve } from '../support/fault-server.ts'
import { expect, test } from '../support/shared-app.ts'
import { addEnvironment, places } from '../support/places.ts'

test('a port where nobody listens fails at TCP, in a form that was never saved', async ({ window }) => {
  const { button, field, region } = places(window)
  const closed = createTcp()
  const port = await new Promise<number>((resolve) => {
    closed.listen(0, '127.0.0.1', () => {
      const address = closed.address()
      resolve(typeof address === 'string' || address === null ? 0 : address.port)
    })
  })
  await new Promise((resolve) => closed.close(resolve))
  await button('New environment').click()
  await field('Issuer or base URL').fill(`http://127.0.0.1:${port}`)
  await button('Test connection').click()
  const connection = region('Connection')
  await expect(connection).toContainText('Fails at TCP')
  await expect(connection).toContainText('no credentials sent')
  await expect(connection).toContainText('Connection refused')
  await expect(connection.getByRole('listitem')).toHaveText([
    /^DNS.*127\.0\.0\.1$/,
    /^TCP.*failed$/,
    /^TLS.*not tried$/,
    /^Metadata.*not tried$/,
    /^Key set.*not tried$/,
  ])
  await expect(connection.getByRole('img', { name: 'Failed' })).toHaveCount(1)
  // It is of values that are not there any more.
  await field('Issuer or base URL').fill('http://127.0.0.1:1')
  await expect(connection).toContainText('Outdated')
  await button('Hide the connection test').click()
  await expect(connection).toBeHidden()
})

test('without any address nothing is sent, and the field that is missing is said', async ({ window }) => {
  const { button, field, region } = places(window)
  await button('New environment').click()
  await button('Test connection').click()
  await expect(region('Connection')).toContainText('Nothing was sent')
  await region('Connection').getByRole('button', { name: 'Server and client' }).click()
  await expect(field('Token endpoint')).toBeFocused()
})

test('an untrusted certificate fails at TLS, and can be accepted on the spot, but never in production', async ({
  window,
}) => {
  const { button, region } = places(window)
  const authority = await makeAuthority()
  const server = createTls(await authority.issue('IP:127.0.0.1', { until: 30 }), (_, response) =>
    response.writeHead(404).end(),
  )
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'string' || address === null ? 0 : address.port)
    })
  })
  const issuer = `https://127.0.0.1:${port}`
  await addEnvironment(window, { name: 'Untrusted', issuer, stage: 'production' })
  const connection = region('Connection')
  await places(window).tab('Configure').click()
  await button('Test connection').click()
  await expect(connection).toContainText('Fails at TLS')
  await expect(connection).toContainText('never accepted there')
  await window.getByLabel('Stage').selectOption('staging')
  await connection.getByRole('button', { name: 'Accept this one certificate…' }).click()
  await button('Accept for this environment').click()
  await expect(connection).toContainText('Works')
  await expect(connection).toContainText('certificate accepted by its fingerprint')
  // What was accepted is in the form, and holds once that is saved.
  await expect(button('Discard changes')).toBeEnabled()
  await button('Discard changes').click()
  await expect(connection).toContainText('Outdated')
  server.close()
  server.closeAllConnections()
  await authority.remove()
})

test('a test that hangs can be cancelled, and its exchange is opened from the step that failed', async ({ window }) => {
  const { button, region, tab } = places(window)
  const server = await serve(() => {})
  await addEnvironment(window, { name: 'Hanging', issuer: server.url })
  await tab('Configure').click()
  await button('Test connection').click()
  const connection = region('Connection')
  await connection.getByRole('button', { name: 'Cancel' }).click()
  await expect(connection).toContainText('Cancelled')
  await server.close()
  await button('Test again').click()
  await expect(connection).toContainText('Fails at TCP')
  await connection.getByRole('button', { name: 'Open exchange' }).click()
  await expect(region('Exchange').first()).toContainText('/.well-known/openid-configuration')
  await expect(region('Exchange').first()).toContainText('not sent')
})

test('the sandbox works, from the palette and by keyboard alone', async ({ window }) => {
  const { button, region, field, tab } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await tab('Configure').click()
  await expect(field('Issuer or base URL')).not.toHaveValue('')
  await window.keyboard.press('ControlOrMeta+K')
  await window.getByRole('textbox', { name: 'Go to' }).fill('test connection sandbox')
  await window.keyboard.press('Enter')
  const connection = region('Connection')
  await expect(connection).toContainText('Works')
  await expect(connection).toContainText('issuer equal')
  await expect(connection.getByRole('listitem').nth(2)).toContainText('not used')
  await expect(window.getByRole('status').filter({ hasText: /^Works\. \d checks in \d+ ms/ })).toHaveCount(1)
  await button('Test again').focus()
  await window.keyboard.press('Enter')
  await expect(connection).toContainText('Works')
})
