import type { Page } from '@playwright/test'
import { barriersIn } from '../support/barriers.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const segment = (text: string) => Buffer.from(text).toString('base64url')

/** Claims as JSON, of a token that says so. */
async function showClaims(window: Page, claims: string) {
  const { button, field, link, region } = places(window)
  await link('Token inspector').click()
  await field('Token').fill(`${segment('{"alg":"RS256"}')}.${segment(claims)}.AAAA`)
  await button('Inspect').click()
  await region('Claims').getByRole('radiogroup', { name: 'Claims view' }).getByText('JSON').click()
  return region('Claims').getByRole('textbox', { name: 'Claims as JSON' })
}

test('in JSON, hidden characters are spelled out, markup is text, no digit is lost, and the source can be seen as it came', async ({
  window,
  explorer,
}) => {
  const source = '{"n":12345678901234567890, "<img src=x>":"<script>1</script>\u202Etxt\u0085", "n":1.10}'
  const text = await showClaims(window, source)
  await expect(text).toContainText('"n": 12345678901234567890,')
  await expect(text).toContainText('"n": 1.10')
  await expect(text).toContainText('"<img src=x>": "<script>1</script>\\u{202e}txt\\u{85}"')
  // The editor puts empty images of its own around what it replaces.
  await expect(text.locator('img:not(.cm-widgetBuffer), script, a')).toHaveCount(0)
  await window.getByRole('button', { name: 'Exactly as it came' }).click()
  await expect(text).toContainText('{"n":12345678901234567890, "<img src=x>":')
  expect(explorer.consoleErrors).toEqual([])
})

test('a claim of ten megabytes is shown by the few lines in sight, and its end is reached by a key', async ({
  window,
}) => {
  const members = Array.from({ length: 200_000 }, (_, index) => `{"id":${index},"name":"order ${index}, still open"}`)
  const server = await serve((request, response) => {
    const body = request.url === '/token' ? '{"access_token":"opaque","token_type":"Bearer"}' : `[${members.join(',')}]`
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(body)
  })
  const { button, field, region, tab } = places(window)
  await addEnvironment(window, {
    name: 'Large',
    token_endpoint: `${server.url}/token`,
    client_id: 'a',
    client_secret: 'b',
  })
  await tab('API calls').click()
  await field('URL').fill(`${server.url}/all`)
  await button('Send').click()
  const text = region('API response').getByRole('textbox', { name: 'Body of the answer' })
  await expect(text).toContainText('"order 3, still open"')
  expect(await text.locator('.cm-line').count()).toBeLessThan(200)
  await text.focus()
  await window.keyboard.press('End')
  await expect(text).toContainText(']')
  await window.keyboard.press('PageUp')
  await expect(text).toContainText('"order 199998, still open"')
  expect(await text.locator('.cm-line').count()).toBeLessThan(200)
  await server.close()
})

test('a line of a megabyte is shown in part, and found in', async ({ window }) => {
  const text = await showClaims(window, `{"big":"${'A'.repeat(1 << 20)}needle","after":1}`)
  await expect(text).toContainText('"big": "AAAA')
  expect((await text.innerText()).length).toBeLessThan(100_000)
  await text.focus()
  await window.keyboard.press('ControlOrMeta+f')
  await window.getByRole('textbox', { name: 'Find in this text' }).fill('needle')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('1 match')
  await window.keyboard.press('Enter')
  await expect(text.locator('.cm-searchMatch')).toHaveText('needle')
})

test('what is searched for and not there is said, and Escape goes back to the text', async ({ window }) => {
  const text = await showClaims(window, '{"a":"one","b":"One"}')
  await text.focus()
  await window.keyboard.press('ControlOrMeta+f')
  const field = window.getByRole('textbox', { name: 'Find in this text' })
  await field.fill('absent')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('No matches')
  await field.fill('one')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('2 matches')
  expect(await barriersIn(window, 'search', '.json-view')).toEqual([])
  await field.fill('.*')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('No matches')
  await field.fill('"a": "')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('1 match')
  await window.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(text).toBeFocused()
})

test('by keyboard a part is folded to its first member and unfolded, copied whole, and left by Tab', async ({
  app,
  window,
}) => {
  const text = await showClaims(window, '{"a":1,"order":{"id":"ord_1042","n":1,"m":2}}')
  await text.focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowLeft')
  await expect(text).toContainText('id: "ord_1042", 2 more')
  await expect(text).not.toContainText('"m": 2')
  await window.keyboard.press('ArrowRight')
  await expect(text).toContainText('"m": 2')
  await window.keyboard.press('ControlOrMeta+a')
  await window.keyboard.press('ControlOrMeta+c')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('{\n  "a": 1,\n  "order": {\n    "id": "ord_1042",\n    "n": 1,\n    "m": 2\n  }\n}')
  await window.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
  expect(await barriersIn(window, 'JSON', '.json-view')).toEqual([])
})
