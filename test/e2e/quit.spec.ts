import { expect, test } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

const orders = { name: 'Orders', token_endpoint: 'http://127.0.0.1:9/token' }

// `restart` fails when the app has to be ended by force.
test('the app ends when its page dies while it is being closed, and what was saved is there', async ({ explorer }) => {
  await addEnvironment(explorer.window, orders)
  await explorer.app.evaluate(({ BrowserWindow }) => {
    const [opened] = BrowserWindow.getAllWindows()
    opened?.once('close', () => opened.webContents.forcefullyCrashRenderer())
  })
  await explorer.restart()
  await expect(places(explorer.window).link('Orders')).toBeVisible()
})

test('the app ends when its page hangs as it is closed, and what was saved is there', async ({ explorer }) => {
  await addEnvironment(explorer.window, orders)
  await explorer.window.evaluate(() => {
    setTimeout(() => {
      for (;;);
    })
  })
  await explorer.restart()
  await expect(places(explorer.window).link('Orders')).toBeVisible()
})
