import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { addFlow, flowPlaces } from '../support/flow-places.ts'
import { hangingPort } from '../support/full-backlog.ts'

const client = { client_id: 'orders', client_secret: 'a secret' }

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** Issues opaque tokens; `api` answers what is called. */
const server = (api: (request: IncomingMessage, response: ServerResponse) => void) =>
  serve((request, response) =>
    request.url === '/token'
      ? json(response, 200, { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 })
      : api(request, response),
  )

test('a refused client stops the run at step 2, and what settles it is the one primary button', async ({ window }) => {
  const refusing = await serve((_, response) => json(response, 401, { error: 'invalid_client' }))
  await addFlow(window, { name: 'Refused', token_endpoint: `${refusing.url}/token`, ...client })
  const { panel, region, run, runToEnd, step } = flowPlaces(window)
  await runToEnd()
  await expect(panel).toContainText('invalid_client')
  await expect(step(/^Step 2, .*failed/)).toHaveAttribute('aria-selected', 'true')
  await expect(region('Exchange')).toContainText('HTTP/1.1 401')
  await expect(step(/^Step 3, /)).toHaveAttribute('data-state', 'left_out')
  await expect(run).toHaveAttribute('data-variant', 'default')
  await expect(panel.locator('[data-primary], [data-variant="filled"]')).toHaveCount(1)
  await refusing.close()
})

test('an API that wants another audience is shown with the evidence, and the fix sets it and runs again', async ({
  window,
}) => {
  const asked: string[] = []
  const api = await serve((request, response) => {
    if (request.url !== '/token') {
      const body = { error: 'invalid_token', error_description: 'audience must be https://api.orders.example' }
      return json(response, 401, body)
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    return request.on('end', () => {
      asked.push(new URLSearchParams(body).get('audience') ?? '')
      json(response, 200, { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 })
    })
  })
  await addFlow(
    window,
    { name: 'Wants audience', token_endpoint: `${api.url}/token`, ...client },
    { url: `${api.url}/orders` },
  )
  const { panel, runToEnd, step } = flowPlaces(window)
  await runToEnd()
  await expect(panel.locator('mark').first()).toContainText('https://api.orders.example')
  await expect(step(/^Step 5, .*401 invalid_token/)).toHaveAttribute('aria-selected', 'true')
  await panel.getByRole('button', { name: /and retry once$/ }).click()
  await expect.poll(() => asked).toEqual(['', 'https://api.orders.example'])
  await window.getByRole('button', { name: 'Undo' }).click()
  await api.close()
})

test('redirects of an API are steps of their own, folded when they are many, and unfold by keyboard', async ({
  window,
}) => {
  const api = await server(({ url = '' }, response) => {
    const hop = Number(url.split('/').at(-1))
    if (hop < 5) return response.writeHead(302, { location: `/orders/${hop + 1}` }).end()
    return json(response, 200, { ok: true })
  })
  await addFlow(
    window,
    { name: 'Redirects', token_endpoint: `${api.url}/token`, ...client },
    { url: `${api.url}/orders/0`, followRedirects: true },
  )
  const { runToEnd, steps } = flowPlaces(window)
  await runToEnd()
  const folded = steps.locator('[aria-expanded="false"]')
  await expect(folded).toHaveCount(1)
  const before = await steps.getByRole('treeitem').count()
  await folded.click()
  await folded.focus()
  await window.keyboard.press('ArrowRight')
  await expect(steps.locator('[aria-expanded="true"]')).toHaveCount(1)
  expect(await steps.getByRole('treeitem').count()).toBeGreaterThan(before + 2)
  await window.keyboard.press('ArrowLeft')
  await expect(steps.getByRole('treeitem')).toHaveCount(before)
  await api.close()
})

test('a server that never answers is seen growing, and the run is cancelled by Escape', async ({ window }) => {
  const silent = await serve(() => {})
  await addFlow(window, { name: 'Silent', token_endpoint: `${silent.url}/token`, ...client })
  const { button, panel, run, step } = flowPlaces(window)
  await run.click()
  await expect(panel).toContainText('Waiting')
  const line = step(/^Step 1, /).locator('.flow-dot')
  await expect(line).toBeVisible()
  const first = await step(/^Step 1, /)
    .locator('g')
    .getAttribute('transform')
  await expect
    .poll(() =>
      step(/^Step 1, /)
        .locator('g')
        .getAttribute('transform'),
    )
    .not.toBe(first)
  await expect(step(/^Step 1, /)).toHaveAttribute('data-state', 'running')
  await expect(button('Cancel')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'Run again' })).toBeVisible()
  await expect(panel).toContainText(/cancelled/i)
  await silent.close()
})

test('a connection that hangs, a handshake that hangs and a body that never ends are each shown as that phase', async ({
  window,
}) => {
  const { button, panel, run } = flowPlaces(window)
  const mute = createServer(() => {}).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const address = mute.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const endless = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"access_token":')
  })
  const full = await hangingPort()
  const hanging = [
    ['Connect', `http://127.0.0.1:${full.port}/token`],
    ['TLS', `https://127.0.0.1:${port}/token`],
    ['Receiving', `${endless.url}/token`],
  ] as const
  for (const [phase, token_endpoint] of hanging) {
    await addFlow(window, { name: `Hangs in ${phase}`, token_endpoint, ...client })
    await run.click()
    await expect(panel.getByRole('list', { name: 'Phases of the request' })).toContainText(phase)
    await button('Cancel').click()
    await expect(window.getByRole('button', { name: 'Run again' })).toBeVisible()
  }
  mute.close()
  await endless.close()
  await full.close()
})

test('a window that is loaded again in the middle of a run shows it again, and cancels it', async ({ window }) => {
  const silent = await serve(() => {})
  await addFlow(window, { name: 'Silent', token_endpoint: `${silent.url}/token`, ...client })
  const { button, panel, run, step } = flowPlaces(window)
  await run.click()
  await expect(panel).toContainText('Waiting')
  await window.reload()
  await expect(step(/^Step 1, /)).toHaveAttribute('data-state', 'running')
  await button('Cancel').click()
  await expect(panel).toContainText(/cancelled/i)
  await silent.close()
})

test('what is typed and left at once is unsaved, asked about before a run, and saved for it', async ({ window }) => {
  const issuing = await server(() => {})
  await addFlow(window, { name: 'Unsaved', token_endpoint: `${issuing.url}/token`, ...client })
  const { button, field, link, run, step, tab } = flowPlaces(window)
  await tab('Configure').click()
  await field('Scopes').fill('orders.read')
  await tab('Flow').click()
  await expect(link('Unsaved changes')).toBeVisible()
  await run.click()
  await button('Save and run').click()
  await expect(step(/^Step 1, .*requests 1 scope/)).toHaveAttribute('data-state', 'done')
  await issuing.close()
})

test('an environment without endpoints, secret or call names each of them with the way to it', async ({ window }) => {
  await addFlow(window, { name: 'Bare', client_id: 'orders' })
  const { panel, runToEnd, step, steps, tab } = flowPlaces(window)
  const needed = panel.getByRole('list', { name: 'What the run needs' })
  await expect(needed.getByRole('img', { name: 'Missing' })).toHaveCount(2)
  await expect(steps.getByRole('treeitem').first()).toBeVisible()
  await runToEnd()
  await expect(step(/^Step 1, /)).toHaveAttribute('data-state', 'failed')
  await panel.getByRole('link', { name: /^Go to / }).click()
  await expect(tab('Configure')).toHaveAttribute('aria-selected', 'true')
})
