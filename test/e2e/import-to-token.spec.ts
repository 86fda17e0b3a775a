import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { call } from '../support/bridge.ts'
import { places } from '../support/places.ts'
import {
  brunoFiles,
  curlText,
  type Documented,
  httpFiles,
  insomniaText,
  type NamedText,
  openApiText,
  postmanFiles,
} from '../support/sandbox-documents.ts'
import { expect, test as shared } from '../support/shared-app.ts'
import { chooseInDialogs, dropFile, dropPaths, openImport, pasteText } from '../support/shared-file.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

interface Fixtures {
  /** The sandbox that runs. No text of the window may have its secret at any time of the test. */
  sandbox: Documented
  /** Puts files into a folder of this name, and gives its path. */
  folderOf: (name: string, files: readonly NamedText[]) => string
}

const test = shared.extend<Fixtures>({
  sandbox: async ({ window }, use) => {
    const sandbox = await runningSandbox(window)
    const seen = await watchText(window, sandbox.clientSecret)
    await use(sandbox)
    expect(await seen()).toEqual([])
  },
  folderOf: async ({}, use) => {
    const root = unprivilegedFolder('import')
    await use((name, files) => {
      for (const { path: within, text } of files) {
        const file = path.join(root, name, within)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
      return path.join(root, name)
    })
    removeFolder(root)
  },
})

async function runningSandbox(window: Page): Promise<Documented> {
  const status = await call(window, 'sandboxStatus', undefined)
  const client = await call(window, 'getEnvironment', { environmentId: 'sandbox' })
  const secret = await call(window, 'revealSecret', { environmentId: 'sandbox', name: 'client_secret' })
  if (status.kind !== 'running' || client === null || secret.kind !== 'revealed')
    throw new Error('The sandbox has no client with a secret.')
  const { issuer, api } = status
  return {
    issuer,
    tokenUrl: client.token_endpoint,
    api: `${api}/api`,
    clientId: client.client_id,
    clientSecret: secret.value,
  }
}

/** Looks at every text that the page gets; what comes back are those with the secret in them. */
async function watchText(window: Page, secret: string): Promise<() => Promise<string[]>> {
  const found = await window.evaluateHandle((hidden) => {
    const texts: string[] = []
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const { textContent } of [target, ...addedNodes])
          if (textContent?.includes(hidden) === true) texts.push(textContent.slice(0, 1000))
    }).observe(document, { childList: true, subtree: true, characterData: true })
    return texts
  }, secret)
  return () => found.jsonValue()
}

const importPlaces = (window: Page) => ({
  ...places(window),
  understood: window.getByRole('list', { name: 'Not understood' }),
  added: window.getByText('1 environment added', { exact: true }),
  secretOf: (name: string) => window.getByLabel(`Client secret of ${name}`, { exact: true }),
})

/** Opens what was added, and requests its first token. */
async function requestToken(window: Page, name: string): Promise<void> {
  const { button, region, tab } = places(window)
  await region('Added').getByRole('link', { name, exact: true }).click()
  await tab('Token').click()
  await button('Request token').click()
}

/** A server that a file named is asked for before it gets what came with the file, or a token. */
async function allow(window: Page, where: 'Token response' | 'API response', origin: string): Promise<void> {
  const asks = places(window).region(where).getByRole('group', { name: 'Allow a new origin' })
  await expect(asks).toContainText(`would be sent to ${origin} for the first time.`)
  await asks.getByRole('button', { name: 'Allow and send' }).click()
}

/** Sends one of its calls with the token. */
async function sendCall(window: Page, name: string, { api }: Documented, text: string): Promise<void> {
  const { button, region, tab } = places(window)
  await expect(region('Token response')).toContainText('Issued')
  await tab('API calls').click()
  await button(name).click()
  await button('Send').click()
  await allow(window, 'API response', new URL(api).origin)
  await expect(region('API response')).toContainText('200 OK')
  await expect(region('API response')).toContainText(text)
}

test('Postman: a collection that was cut short changes nothing; whole and with its environment, it comes to a token', async ({
  app,
  window,
  sandbox,
  folderOf,
}) => {
  const { added, button, region, understood } = importPlaces(window)
  const files = postmanFiles(sandbox)
  const folder = folderOf('postman', files)
  const [collection] = files
  const before = await call(window, 'listEnvironments', undefined)
  await openImport(window)
  await dropFile(window, 'cut.postman_collection.json', collection.text.slice(0, 900))
  await expect(window.getByText('This cannot be imported')).toBeVisible()
  await expect(window.getByText('the file was cut short. It is at auth.oauth2')).toBeVisible()
  expect(await call(window, 'listEnvironments', undefined)).toEqual(before)

  const paths = files.map((file) => path.join(folder, file.path))
  await dropPaths(app, window, paths)
  await expect(window.getByText('1 environment and 3 calls will be added')).toBeVisible()
  await expect(region('Secrets')).toContainText('In the file')
  await expect(understood.getByRole('listitem')).toHaveCount(3)
  for (const text of ['Has a script', 'The variable unused is switched off', 'Uses the grant authorization_code'])
    await expect(understood).toContainText(text)
  await window.getByRole('checkbox', { name: /^Orders of a person, / }).uncheck()
  await button('Import 1 environment and 2 calls').click()
  await expect(added).toBeVisible()
  await expect(window.getByText('No secret is missing.')).toBeVisible()

  await requestToken(window, 'Orders API')
  await allow(window, 'Token response', sandbox.issuer)
  await sendCall(window, 'List orders', sandbox, 'ord_1041')
  await expect(button('Orders of a person')).toBeHidden()
})

test('OpenAPI: the client ID and the secret that a description lacks are named, and typed after the import', async ({
  window,
  sandbox,
}) => {
  const { added, button, field, region, secretOf, understood } = importPlaces(window)
  await openImport(window)
  await dropFile(window, 'ledger.yaml', openApiText(sandbox))
  await expect(window.getByText('1 environment and 2 calls will be added')).toBeVisible()
  await expect(window.getByRole('button', { name: /^Ledger API · 2 calls · no client ID/ })).toBeVisible()
  await expect(region('Secrets')).toContainText('Needed')
  await expect(understood).toBeHidden()
  await button('Import 1 environment and 2 calls').click()
  await expect(added).toBeVisible()
  await secretOf('Ledger API').fill(sandbox.clientSecret)
  await button('Save 1 secret').click()
  await expect(region('Secrets to supply')).toContainText('No secret is missing.')
  const toClientId = region('Added').getByRole('link', { name: 'Set client ID of Ledger API' })
  await toClientId.click()
  await expect(field('Client ID')).toBeFocused()
  await field('Client ID').fill(sandbox.clientId)
  await button('Save').click()
  await expect(button('Discard changes')).toBeDisabled()
  await button('Import').click()
  await expect(region('Added').getByRole('link')).toHaveCount(1)
  await expect(toClientId).toBeHidden()

  await requestToken(window, 'Ledger API')
  await sendCall(window, 'Read the ledger', sandbox, 'ledger')
})

test('Bruno: a folder asks for the secret that Bruno keeps, and undo takes all of it back, with the token', async ({
  app,
  window,
  sandbox,
  folderOf,
}) => {
  const { added, button, link, region, secretOf, understood } = importPlaces(window)
  const folder = folderOf('Stock', brunoFiles(sandbox))
  const before = await call(window, 'listEnvironments', undefined)
  await chooseInDialogs(app, folder)
  await openImport(window)
  await button('Choose folder…').click()
  await expect(window.getByText('1 environment and 1 call will be added')).toBeVisible()
  await expect(region('Secrets')).toContainText('Needed')
  await expect(understood.getByRole('listitem')).toHaveCount(1)
  await expect(understood).toContainText('Scripts are never run')
  await button('Import 1 environment and 1 call').click()
  await expect(added).toBeVisible()
  await secretOf('Stock').fill(sandbox.clientSecret)
  await button('Save 1 secret').click()
  await expect(region('Secrets to supply')).toContainText('No secret is missing.')

  await requestToken(window, 'Stock')
  await sendCall(window, 'List orders', sandbox, 'ord_1041')
  const tokens = () => call(window, 'listTokens', undefined)
  const held = (await tokens()).length
  await button('Import').click()
  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await expect(link('Stock')).toBeHidden()
  expect(await call(window, 'listEnvironments', undefined)).toEqual(before)
  expect(await tokens()).toHaveLength(held - 1)
})

test('Insomnia: a client ID that the file leaves to a variable is typed in the preview', async ({
  app,
  window,
  sandbox,
  folderOf,
}) => {
  const { added, button, field, understood } = importPlaces(window)
  const folder = folderOf('insomnia', [{ path: 'shop.yaml', text: insomniaText(sandbox) }])
  await openImport(window)
  await dropPaths(app, window, [path.join(folder, 'shop.yaml')])
  await expect(window.getByRole('button', { name: /^Shop · 2 calls · 1 secret · 1 to fill in/ })).toBeVisible()
  await expect(understood).toBeHidden()
  await field('{{client_id}}').fill(sandbox.clientId)
  await expect(window.getByText('1 to fill in')).toBeHidden()
  await button('Import 1 environment and 2 calls').click()
  await expect(added).toBeVisible()

  await requestToken(window, 'Shop')
  await allow(window, 'Token response', sandbox.issuer)
  await sendCall(window, 'List orders', sandbox, 'ord_1041')
})

test('HTTP file: the wrong secret of a private file is refused, the banner leads to it, and the right one is taken', async ({
  app,
  window,
  sandbox,
  folderOf,
}) => {
  const { added, button, region, tab, understood } = importPlaces(window)
  const folder = folderOf('requests', httpFiles({ ...sandbox, clientSecret: 'not-the-one-4711-c0ffee' }))
  await openImport(window)
  await dropPaths(app, window, [folder])
  await expect(window.getByText('1 environment and 1 call will be added')).toBeVisible()
  await expect(region('Secrets')).toContainText('In the file')
  await expect(understood).toBeHidden()
  await button('Import 1 environment and 1 call').click()
  await expect(added).toBeVisible()
  await requestToken(window, 'orders')
  await allow(window, 'Token response', sandbox.issuer)
  await expect(region('Token response')).toContainText('Client ID or secret not accepted')
  await window.getByRole('link', { name: 'Go to Client secret' }).click()
  const secret = window.getByLabel('Client secret', { exact: true })
  await expect(secret).toBeFocused()
  await secret.fill(sandbox.clientSecret)
  await button('Save').click()
  await expect(button('Discard changes')).toBeDisabled()
  await button('Request token').click()
  await tab('Token').click()
  await sendCall(window, 'List orders', sandbox, 'ord_1041')
})

test('curl: a script that is pasted comes to a token', async ({ window, sandbox }) => {
  const { added, button, region, understood } = importPlaces(window)
  const name = new URL(sandbox.issuer).host
  await openImport(window)
  await pasteText(window, curlText(sandbox))
  await expect(window.getByText('1 environment and 1 call will be added')).toBeVisible()
  await expect(region('Secrets')).toContainText('In the file')
  await expect(understood).toBeHidden()
  await button('Import 1 environment and 1 call').click()
  await expect(added).toBeVisible()
  await requestToken(window, name)
  await allow(window, 'Token response', sandbox.issuer)
  await sendCall(window, 'GET {{API}}/orders', sandbox, 'ord_1041')
})
