import { readFileSync } from 'node:fs'
import path from 'node:path'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/shared-app.ts'
import { openOwnSandbox, places } from '../support/places.ts'

test('a token is laid beside the one before: what changed is reported, and only that on demand', async ({
  window,
  explorer,
}) => {
  const { button, region, field } = places(window)
  await button('Request token').click()
  await region('Claims').waitFor()
  await button('Request token').click()
  await field('Filter environments').focus()
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('compare')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Compare tokens', exact: true })).toBeVisible()
  await button('Previous and current token').click()

  await expect(window.getByText(/^1 changed, \d+ the same or equivalent$/)).toBeVisible()
  const claims = window.getByRole('table', { name: 'Claims', exact: true })
  await expect(claims.getByRole('row', { name: /^jti/ })).toContainText('Changed')
  await expect(claims.getByRole('row', { name: /^exp/ })).toContainText(/Same$|both expire 600 s after issue/)
  await window.getByRole('switch', { name: 'Only differences' }).check()
  await expect(claims.getByRole('row')).toHaveText([/^Name/, /^jti/])
  expect(explorer.consoleErrors).toEqual([])
  expect(await barriersIn(window, 'Compare tokens')).toEqual([])
})

test('a side that is not there or cannot be read says so, and asked is beside granted', async ({ window }) => {
  const { button, region, link, field } = places(window)
  const name = await openOwnSandbox(window)
  await link('Compare tokens').click()
  await button('Requested and granted').click()
  await window.getByRole('combobox', { name: 'Right' }).fill(`Token of ${name}`)
  await window.getByRole('option', { name: `Token of ${name}` }).click()
  await expect(window.getByText('It holds no token yet.')).toBeVisible()
  await link('Request a token').click()
  await button('Request token').click()
  await region('Claims').waitFor()
  await button('Compare…').click()
  const claims = window.getByRole('table', { name: 'Claims', exact: true })
  await expect(claims.getByRole('row', { name: /^scope/ })).toContainText('Same')

  await window.getByRole('combobox', { name: 'Left' }).fill('pasted')
  await window.getByRole('option', { name: 'A pasted token' }).click()
  await field('Left: pasted token').fill('Bearer 2YotnFZFEjr1zCsicMWpAA')
  await expect(window.getByText('The left side cannot be compared: A pasted token')).toBeVisible()
})

test('evidence for a ticket holds claims and verdict, and neither token nor signature', async ({
  app,
  window,
  profile,
}) => {
  const { button, region } = places(window)
  await button('Request token').click()
  await button('Verify').click()
  await expect(region('Verification')).toContainText('genuine')
  await button('Copy token').click()
  const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(clipboard).toMatch(/^eyJ/)
  const [header = '', claims = '', signature = ''] = (await clipboard()).split('.')

  await button('Copy evidence').click()
  await expect(window.getByText(/^Copied\. .*left out/)).toBeVisible()
  const markdown = await clipboard()
  expect(markdown).toContain('sandbox-jwt')
  expect(markdown).toContain('genuine')
  const file = path.join(profile, 'evidence.html')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await button('More evidence').click()
  await window.getByRole('menuitem', { name: 'Save as HTML…' }).click()
  await expect(window.getByText(`Saved ${file}`)).toBeVisible()
  for (const text of [markdown, readFileSync(file, 'utf8')]) {
    for (const segment of [header, claims, signature]) expect(text).not.toContain(segment)
  }
})
