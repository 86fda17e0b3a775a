import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { call } from '../support/bridge.ts'
import { addEnvironment, places } from '../support/places.ts'
import { chooseInDialogs } from '../support/shared-file.ts'
import { expect, test } from '../support/shared-app.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

test('an environment is written for Postman, Bruno and editors, without its secret', async ({
  app,
  window,
  profile,
}) => {
  const { button, region } = places(window)
  const secret = 'not-for-other-tools'
  const settings = { client_id: 'shop', token_endpoint: 'https://as.example/token', client_secret: secret }
  await addEnvironment(window, { name: 'Shop for others', ...settings })
  const all = await call(window, 'listEnvironments', undefined)
  const environmentId = all.find(({ name }) => name === 'Shop for others')?.id ?? ''
  const request = { ...newApiRequest, url: 'https://api.example/orders', renewOn401: true }
  await call(window, 'saveApiCall', { environmentId, id: null, request, label: { ...newCallLabel, name: 'Orders' } })

  await button('Export').click()
  await button('Select none').click()
  await window.getByRole('checkbox', { name: 'Shop for others' }).check()
  const format = (name: string) => window.getByRole('radio', { name, exact: true }).check()

  await format('Postman collection')
  await expect(region('Secrets')).toBeHidden()
  await expect(region('Format')).toContainText('Secrets are left out; recipients enter their own.')
  await expect(region('What will be written')).toContainText('Not kept: New token on 401.')
  const file = path.join(profile, 'shop.postman_collection.json')
  await chooseInDialogs(app, file)
  await button('Save file…').click()
  await expect(window.getByText(file)).toBeVisible()

  const folder = unprivilegedFolder('for-others')
  await chooseInDialogs(app, folder)
  for (const [name, made] of [
    ['Bruno folder', 'Shop for others-bruno'],
    ['.http file', 'Shop for others-http'],
  ] as const) {
    await format(name)
    await expect(button('Copy')).toBeDisabled()
    await button('Save folder…').click()
    await expect(window.getByText(path.join(folder, made), { exact: true })).toBeVisible()
  }
  // A folder that is there stays as it is.
  await button('Save folder…').click()
  await expect(window.getByText(path.join(folder, 'Shop for others-http 2'), { exact: true })).toBeVisible()

  const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(written.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['bruno.json', 'Orders.bru', 'shop-for-others.http', '.env.example']),
  )
  const texts = written.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  expect([...texts, readFileSync(file, 'utf8')].join()).not.toContain(secret)
  removeFolder(folder)
})
