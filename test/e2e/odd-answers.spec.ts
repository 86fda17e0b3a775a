import type { Page } from '@playwright/test'
import { barriersIn } from '../support/barriers.ts'
import { serve } from '../support/fault-server.ts'
import { oddAnswers } from '../support/odd-answers.ts'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

/** An environment of its own, whose API answers oddly, with its calls open. */
async function openOdd(window: Page, name: string) {
  const server = await serve(oddAnswers)
  const { button, field, region, tab } = places(window)
  await addEnvironment(window, {
    name,
    token_endpoint: `${server.url}/token`,
    client_id: 'orders',
    client_secret: 'a secret',
  })
  await tab('API calls').click()
  const answer = region('API response')
  /** Sends a call of this path, and waits until its answer is shown. */
  const send = async (path: string) => {
    await field('URL').fill(`${server.url}${path}`)
    await button('Send').click()
    await expect(answer).toContainText(`GET ${server.url}${path} · `)
    await expect(button('Send')).toBeEnabled()
  }
  const banner = window.getByRole('status').or(window.getByRole('alert'))
  return { server, answer, send, banner }
}

test('a stream is shown as it arrives with one way to stop it, and what came is kept', async ({ window }) => {
  const { server, answer } = await openOdd(window, 'Stream')
  const { button, field } = places(window)
  await field('URL').fill(`${server.url}/stream`)
  await button('Send').click()
  const arriving = answer.getByRole('region', { name: 'Answer that is arriving' })
  await expect(arriving.getByRole('textbox', { name: 'Newest lines' })).toContainText(
    'data: {"id":"ord_2","state":"open"}',
  )
  await expect(arriving).toContainText(/Receiving… \d+ events, \d+ B/)
  await expect(button('Cancel')).toHaveCount(0)
  expect(await barriersIn(window, 'Arriving', '[aria-label="Answer that is arriving"]')).toEqual([])
  await arriving.getByRole('button', { name: 'Stop and keep what came' }).click()
  await expect(arriving).toBeHidden()
  await expect(answer.getByText('Cancelled', { exact: true })).toHaveCount(0)
  await expect(answer).toContainText(/Stopped by you after \d+ events, \d+ B\. What came is kept below\./)
  await expect(answer).toContainText('· incomplete')
  await expect(answer.getByRole('textbox', { name: 'Body of the answer' })).toContainText('"ord_1"')
  await server.close()
})

test('of 50 MB of JSON parts are shown, all of it is searched, and its end is reached', async ({
  window,
  explorer,
}) => {
  const { server, answer, send } = await openOdd(window, 'Fifty')
  await send('/large')
  const part = answer.getByRole('textbox', { name: 'Part of the answer' })
  await expect(part).toContainText('"note":"nnn')
  await expect(answer).toContainText('0 B to 128.0 KB of 50.0 MB')
  await answer.getByRole('textbox', { name: 'Find in the whole answer' }).fill('NEEDLE')
  await window.keyboard.press('Enter')
  await expect(answer.getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(part).toContainText('{"needle":true}')
  await answer.getByRole('button', { name: 'First part' }).click()
  await expect(answer).toContainText('0 B to 128.0 KB of 50.0 MB')
  await answer.getByRole('button', { name: 'Last part' }).click()
  await expect(answer.getByRole('button', { name: 'Next part' })).toBeDisabled()
  expect(await part.locator('.cm-line').count()).toBeLessThan(300)
  expect(explorer.consoleErrors).toEqual([])
  await server.close()
})

test('answers that break off, swell or ask to wait are named, with what came, and nothing is sent again', async ({
  window,
}) => {
  const { server, answer, send, banner } = await openOdd(window, 'Broken')
  const body = answer.getByRole('textbox', { name: 'Body of the answer' })
  await send('/reset')
  await expect(banner.filter({ hasText: 'after 26 of an unknown number of bytes of the body' }).first()).toBeVisible()
  await expect(body).toContainText('{"orders":[{"id":"ord_1"},')
  await expect(answer).toContainText('26 B · incomplete')
  await send('/short')
  await expect(banner.filter({ hasText: 'after 25 of 5000 bytes of the body' }).first()).toBeVisible()
  await expect(answer).toContainText('25 B · incomplete')
  await send('/gzip-bomb')
  await expect(banner.filter({ hasText: 'GET /gzip-bomb: Answer too large' }).first()).toBeVisible()
  await expect(answer).toContainText('64.0 MB · incomplete')
  // Zeros, which no editor can show: the window lives.
  await expect(answer.getByRole('textbox', { name: 'Part of the answer' })).toContainText('\\u{0}\\u{0}')
  const before = server.requests()
  await send('/busy')
  const timer = window.getByRole('timer', { name: 'The API asked to wait' })
  const shown = await timer.innerText()
  await expect(timer).not.toHaveText(shown)
  await expect(answer).toContainText('Nothing is sent again by itself.')
  expect(server.requests()).toBe(before + 1)
  await server.close()
})

test('images, broken ones, bytes, 10,000 header fields and nothing at all are shown as they are, and answers compared', async ({
  window,
  explorer,
}) => {
  const { server, answer, send } = await openOdd(window, 'Shapes')
  const { tab } = places(window)
  await send('/image')
  await expect(answer.getByRole('img', { name: 'The answer' })).toBeVisible()
  await expect(answer).toContainText('160 × 96 pixels')
  await send('/broken-image')
  await expect(answer).toContainText('Content-Type says image/jpeg; this is image/png.')
  await expect(answer).toContainText('This image cannot be shown: it is damaged, or not image/png.')
  await answer.getByRole('button', { name: 'Show as bytes' }).click()
  await expect(answer.getByRole('list', { name: 'Bytes of the answer' })).toContainText('89 50 4e 47 0d 0a 1a 0a')
  await send('/empty')
  await expect(answer).toContainText('An answer with status 204 has no body.')
  await send('/fields')
  await answer.getByRole('tab', { name: /^Headers 10,004/ }).click()
  const fields = answer.getByRole('table', { name: 'Header fields of the answer' })
  await expect(fields.getByRole('row')).toHaveCount(200)
  await answer.getByRole('button', { name: 'Show 200 more of 10,004' }).click()
  await expect(fields.getByRole('row')).toHaveCount(400)
  await tab('Body').last().click()
  await send('/counted')
  await send('/counted')
  await answer.getByRole('button', { name: /^Earlier answers/ }).click()
  await answer.getByRole('list', { name: 'Earlier answers of this call' }).getByRole('button').first().click()
  await answer.getByLabel('Compare with').selectOption({ index: 1 })
  const differences = answer.getByRole('region', { name: 'Differences' })
  await expect(differences).toContainText('Both have status 200.')
  await expect(differences.getByRole('row', { name: /\/orders\/0\/state/ })).toHaveText(/open.*sent|sent.*open/)
  expect(await barriersIn(window, 'Differences', '.earlier-answers')).toEqual([])
  expect(explorer.consoleErrors).toEqual([])
  await server.close()
})
