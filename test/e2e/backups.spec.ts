import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test as base } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

const oldest = 'workspace 2026-11-01 21.30.00 UTC, change 1.sqlite'

/** Two backups of before, which the app may remove. */
const test = base.extend<{ backups: string }>({
  backups: async ({ profile, window }, use) => {
    await window.getByRole('heading', { level: 1 }).waitFor()
    const folder = path.join(profile, 'workspace/backups')
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o777)
    for (const name of [oldest, 'workspace 2026-11-02 21.30.00 UTC, change 2.sqlite']) {
      writeFileSync(path.join(folder, name), 'old')
    }
    await use(folder)
  },
})

test('older backups are named where a secret is deleted, and removed in Settings after a question', async ({
  backups,
  window,
}) => {
  const { button, region, link } = places(window)
  await addEnvironment(window, {
    name: 'Orders',
    token_endpoint: 'https://as.example/token',
    client_id: 'orders',
    client_secret: 'secret',
  })
  await link('Settings').click()
  const list = region('Backups')
  await list.getByRole('checkbox').first().waitFor()
  await button('Select all but the newest').click()
  // The app may have made one meanwhile.
  const remove = list.getByRole('button', { name: /^Remove \d+ backups?…$/ })
  await remove.click()
  await expect(list).toContainText("This can't be undone")
  await list.getByRole('button', { name: /^Keep / }).click()
  expect(readdirSync(backups)).toContain(oldest)
  await remove.click()
  await list.getByRole('button', { name: /^Remove \d+ backups?$/ }).click()
  await expect(list.getByRole('status')).toHaveText(/^\d+ backups? removed\.$/)
  expect(readdirSync(backups)).not.toContain(oldest)

  await button('Rotate the data key').click()
  await expect(region('Secrets')).toContainText('Backups that were made before still hold')
})
