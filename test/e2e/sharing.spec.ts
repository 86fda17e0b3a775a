import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test as alone } from '../support/electron.ts'
import { expect, test } from '../support/shared-app.ts'
import { addEnvironment, places } from '../support/places.ts'
import { chooseInDialogs, dropFile, openImport, pasteText, sharedFile } from '../support/shared-file.ts'

/** For what a key is made of a passphrase, which takes seconds on purpose. */
const slowly = { timeout: 40_000 }
const team = { id: 'team-billing', name: 'Team billing', token_endpoint: 'https://as.example/token', client_id: 'b' }

test('what was exported is unchanged here, is added where it is missing, and undo takes it away again', async ({
  app,
  window,
  profile,
}) => {
  const { button, link, field, tab } = places(window)
  const row = window
    .getByRole('list', { name: 'Environments in it' })
    .getByRole('listitem')
    .filter({ hasText: 'Orders' })
  const file = path.join(profile, 'orders.ccx.json')
  await chooseInDialogs(app, file)
  await addEnvironment(window, { name: 'Orders', client_id: 'orders', token_endpoint: 'https://as.example/token' })
  await addEnvironment(window, { name: 'Not this one' })

  await button('Export').click()
  await window.getByRole('checkbox', { name: 'Orders' }).check()
  await button('Save file…').click()
  await expect(window.getByText(file)).toBeVisible()
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('"Orders"')
  expect(text).not.toContain('Not this one')

  await openImport(window)
  await button('Choose file…').click()
  await expect(row).toContainText('Unchanged')
  await expect(button('Import 0 environments')).toBeDisabled()

  await link('Orders').click()
  await tab('Configure').click()
  await button('Delete').click()
  await expect(link('Orders')).toBeHidden()
  await button('Import').click()
  // What was read is compared again with the workspace, which has changed.
  await expect(row).toContainText('Add')
  await button('Import 1 environment').click()
  await expect(window.getByText('1 environment added')).toBeVisible()
  await places(window).region('Added').getByRole('link', { name: 'Orders' }).click()
  await tab('Configure').click()
  await expect(field('Client ID')).toHaveValue('orders')

  await window
    .getByRole('alert')
    .filter({ hasText: 'Imported 1 environment.' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(link('Orders')).toBeHidden()
  await button('Import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
})

test('an environment that is there already is kept, replaced or taken beside it, as chosen', async ({ window }) => {
  const { button, link, field, tab } = places(window)
  // No other test imports its id, which a deleted environment keeps.
  const kept = { ...team, id: 'team-kept' }
  await openImport(window)
  await pasteText(window, sharedFile([kept]))
  await button('Import 1 environment').click()
  const changed = sharedFile([{ ...kept, client_id: 'billing-2', token_endpoint: 'https://new.example/token' }])
  await button('Import something else').click()
  await pasteText(window, changed)

  const row = window.getByRole('listitem').filter({ hasText: 'Team billing' }).filter({ hasText: 'Conflict' })
  await expect(row).toContainText('There already')
  await expect(button('Import 0 environments')).toBeDisabled()
  await button('2 differences of Team billing').click()
  await expect(window.getByRole('table', { name: 'Differences of Team billing' })).toContainText('billing-2')
  const choice = window.getByRole('radiogroup', { name: 'What to do with Team billing' })
  await choice.getByText('Replace').click()
  await expect(places(window).region('Servers that would receive a secret')).toContainText('https://new.example')
  await expect(places(window).region('Servers that would receive a secret')).toContainText('not approved yet')
  await button('Import 1 environment').click()
  await link('Team billing').first().click()
  await tab('Configure').click()
  await expect(field('Client ID')).toHaveValue('billing-2')

  await button('Import').click()
  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await link('Team billing').click()
  await tab('Configure').click()
  await expect(field('Client ID')).toHaveValue('b')

  await openImport(window)
  await pasteText(window, changed)
  await choice.getByText('Both').click()
  await button('Import 1 environment').click()
  await expect(link('Team billing (imported)').first()).toBeVisible()
})

test('a file that changes only the proxy does not call the server new', async ({ window }) => {
  const { region } = places(window)
  await addEnvironment(window, {
    name: team.name,
    token_endpoint: 'https://as.example/token',
    client_id: 'b',
    client_secret: 'a secret',
  })
  await openImport(window)
  const proxy = { mode: 'explicit', url: 'http://127.0.0.1:9', username: '', bypass: '' }
  await pasteText(window, sharedFile([{ ...team, network: { proxy } }]))
  const choice = window.getByRole('radiogroup', { name: `What to do with ${team.name}` })
  await choice.getByText('Replace').click()
  const receivers = region('Servers that would receive a secret')
  await expect(receivers).toContainText('1 server would receive a secret, not approved yet')
  await expect(receivers).toContainText('new proxy')
})

test('a dropped file is read, and one of a newer version is refused with both versions named', async ({ window }) => {
  await openImport(window)
  await dropFile(window, 'from-the-future.ccx.json', sharedFile([team], 3))
  const refusal = window.getByRole('status').filter({ hasText: 'This cannot be imported' })
  await expect(refusal).toContainText('version 3')
  await expect(refusal).toContainText('up to 2')
  await dropFile(window, 'team.ccx.json', sharedFile([team]))
  await expect(
    window.getByRole('list', { name: 'Environments in it' }).getByRole('listitem').filter({ hasText: 'Team billing' }),
  ).toContainText('Add')
  await expect(window.getByText('team.ccx.json')).toBeVisible()
})

test('what is held over the page is welcomed, and several files are read together', async ({ window }) => {
  const { button } = places(window)
  await button('Import').click()
  const transfer = await window.evaluateHandle(() => {
    const made = new DataTransfer()
    for (const name of ['a.json', 'b.json']) made.items.add(new File(['{}'], name))
    return made
  })
  await window.dispatchEvent('main', 'dragenter', { dataTransfer: transfer })
  await expect(window.getByText('Drop to preview')).toBeVisible()
  await window.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(window.getByText('Drop to preview')).toBeHidden()
  await expect(window.getByText('2 files')).toBeVisible()
})

test('damaged text is refused with the line of the damage', async ({ window }) => {
  const { button, field } = places(window)
  await openImport(window)
  await field('Or paste text').fill(sharedFile([team]).replace('"Team billing"', '"Team billing'))
  await button('Read text').click()
  await expect(window.getByRole('status').filter({ hasText: 'This cannot be imported' })).toContainText(/line 7/)
})

test('what looks like a secret is shown before anything is written, with the way to it', async ({ window }) => {
  const { button, field, tab, openSection } = places(window)
  const token = `eyJhbGciOiJSUzI1NiJ9.${'e'.repeat(40)}.${'s'.repeat(60)}`
  await openImport(window)
  await pasteText(window, sharedFile([{ ...team, notes: `Ask Kim. ${token}` }]))
  await button('Import 1 environment').click()
  await button('Export').click()
  await window.getByRole('checkbox', { name: 'Team billing' }).check()
  const leaks = window.getByRole('list', { name: 'What looks like a secret' })
  await expect(leaks).toContainText('A token (JWT) · Notes')
  await expect(leaks).not.toContainText('ssssssssssssssssssss')
  await leaks.getByRole('link', { name: 'Configure Team billing' }).click()
  await expect(tab('Configure')).toHaveAttribute('aria-selected', 'true')
  await openSection('Notes')
  await field('Notes').fill('Ask Kim.')
  await button('Save').click()
  await button('Export').click()
  await expect(window.getByRole('checkbox', { name: 'Team billing' })).toBeChecked()
  await expect(window.getByText('Nothing else in it looks like a secret.')).toBeVisible()
})

test('secrets travel encrypted to a passphrase, and come back with it or not at all', async ({
  app,
  window,
  profile,
}) => {
  test.slow()
  const { button, field, link } = places(window)
  const file = path.join(profile, 'sealed.ccx.json')
  await chooseInDialogs(app, file)
  await addEnvironment(window, {
    name: 'Sealed',
    client_id: 'c',
    client_secret: 'canary-77d1-secret',
    token_endpoint: 'https://as.example/token',
  })
  await button('Export').click()
  await window.getByRole('checkbox', { name: 'Sealed' }).check()
  await window.getByRole('radio', { name: 'Encrypted to a passphrase' }).check()
  await expect(button('Save file…')).toBeDisabled()
  await button('New passphrase').click()
  await expect(window.getByLabel('Passphrase', { exact: true })).toHaveValue(/^[a-z]+(?:[ -][a-z]+){5}$/)
  const passphrase = await window.getByLabel('Passphrase', { exact: true }).inputValue()
  await button('Copy passphrase').click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(passphrase)
  await button('Save file…').click()
  await expect(window.getByText(file)).toBeVisible(slowly)
  expect(readFileSync(file, 'utf8')).not.toContain('canary-77d1-secret')

  await link('Sealed').click()
  await places(window).tab('Configure').click()
  await button('Delete').click()
  await openImport(window)
  await button('Choose file…').click()
  await expect(window.getByText('The secrets in it are encrypted to a passphrase')).toBeVisible()
  await window.getByLabel('Passphrase', { exact: true }).fill('not this one at all')
  await button('Open').click()
  await expect(window.getByText('It was not opened')).toBeVisible(slowly)
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await button('Open').click()
  const found = window.getByRole('list', { name: 'Environments in it' }).getByRole('listitem')
  await expect(found.filter({ hasText: 'Sealed' })).toContainText('1 secret', slowly)
  await button('Import 1 environment').click()
  await expect(window.getByText('1 environment added')).toBeVisible()
  await expect(places(window).region('Secrets to supply')).toBeHidden()

  await button('Undo the import').click()
  await button('Choose file…').click()
  await button('Continue without the secrets').click()
  const secrets = places(window).region('Secrets')
  await expect(secrets.getByRole('listitem')).toContainText('Client secret')
  await expect(secrets.getByRole('listitem')).toContainText('Sealedwould be sent to as.example')
  await button('Import 1 environment').click()
  await places(window).region('Secrets to supply').getByRole('link', { name: 'Configure Sealed' }).click()
  await expect(field('Client ID')).toHaveValue('c')
})

alone(
  'a signature is recognised, one that does not fit keeps the file out, and a recipient is added, deleted and brought back',
  async ({ app, window, profile }) => {
    const { button, field, link, region } = places(window)
    const file = path.join(profile, 'signed.ccx.json')
    await chooseInDialogs(app, file)
    await addEnvironment(window, { name: 'Signed', client_id: 'c', token_endpoint: 'https://as.example/token' })
    await button('Export').click()
    await window.getByRole('checkbox', { name: 'Signed' }).check()
    await window.getByRole('checkbox', { name: 'Sign with my key' }).check()
    await field('Your name').fill('Kim')
    await button('Create keys').click()
    await expect(window.getByText('As Kim,')).toBeVisible()
    await button('Save file…').click()
    await expect(window.getByText(file)).toBeVisible()

    await openImport(window)
    await button('Choose file…').click()
    await expect(window.getByText('Signed by Kim, whom you know')).toBeVisible()
    writeFileSync(file, readFileSync(file, 'utf8').replace('as.example', 'evil.example'))
    await button('Cancel').click()
    await button('Choose file…').click()
    await expect(window.getByRole('alert').filter({ hasText: 'The signature is not valid' })).toBeVisible()
    await window.getByRole('radiogroup', { name: 'What to do with Signed' }).getByText('Both').click()
    await expect(button('Import 1 environment')).toBeDisabled()

    const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
    await link('Settings').click()
    await field('Name').fill('Kim')
    await field('Recipient').fill('age1nonsense')
    await button('Add').click()
    await expect(field('Recipient')).toHaveAccessibleDescription(/begins with age1/)
    await field('Recipient').fill(recipient)
    await button('Add').click()
    const table = region('Sharing keys').getByRole('table', { name: 'Recipients' })
    await expect(table).toContainText('Kim')
    await button('Delete Kim').click()
    await expect(table).toBeHidden()
    await button('Undo').click()
    await expect(table).toContainText('Kim')
    await addEnvironment(window, { name: 'For Kim' })
    await button('Export').click()
    await window.getByRole('radio', { name: 'Encrypted to recipients' }).check()
    await expect(window.getByRole('checkbox', { name: /^Kim, / })).toBeVisible()
  },
)

test('a thousand environments are looked through, taken in and taken away while the window stays light', async ({
  window,
}) => {
  const { button, link } = places(window)
  const run = randomUUID()
  const many = Array.from({ length: 1000 }, (_, index) => ({
    id: `many-${run}-${index}`,
    name: `Service ${String(index).padStart(4, '0')}`,
    token_endpoint: `https://as-${index}.example/token`,
  }))
  await openImport(window)
  await dropFile(window, 'many.ccx.json', sharedFile(many))
  await expect(window.getByText('1,000 environments will be added')).toBeVisible()
  const rows = window.getByRole('list', { name: 'Environments in it' }).getByRole('listitem')
  expect(await rows.count()).toBeLessThan(60)
  await rows.getByRole('button').first().press('End')
  await expect(rows.filter({ hasText: 'Service 0999' })).toBeVisible()
  await button('Import 1,000 environments').click()
  await expect(window.getByText('1,000 environments added')).toBeVisible()
  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await expect(link('Service 0000')).toBeHidden()
})

test('the menu and the search lead to import and export', async ({ app, window }) => {
  const choose = (label: string) =>
    app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const file = Menu.getApplicationMenu()?.items.find((item) => item.label === 'File')
      const item = file?.submenu?.items.find((each) => each.label === wanted)
      item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
    }, label)
  await places(window).link('Sandbox').waitFor()
  await choose('Import…')
  await expect(window.getByRole('heading', { level: 1, name: 'Import', exact: true })).toBeVisible()
  await choose('Export…')
  await expect(window.getByRole('heading', { level: 1, name: 'Export', exact: true })).toBeVisible()
  await expect(window.getByText('There is nothing to export yet')).toBeVisible()
  await window.keyboard.press('Control+K')
  await window.getByRole('textbox', { name: 'Go to' }).fill('Import')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Import', exact: true })).toBeVisible()
})
