import type { Page } from '@playwright/test'
import type { DriftKind } from '../../electron/vocabulary/drift.ts'
import type { SandboxChange } from '../../electron/vocabulary/sandbox-changes.ts'
import { driftTitles } from '../../electron/wording/drift/drift-title.ts'
import { sandboxChangeTexts } from '../../electron/wording/sandbox-changes.ts'
import { barriersIn } from '../support/barriers.ts'
import { call } from '../support/bridge.ts'
import { expect, test } from '../support/electron.ts'
import { places } from '../support/places.ts'

const environmentId = 'sandbox'

async function request(window: Page, times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) await call(window, 'requestToken', { environmentId })
}

/** Switches on, in Settings, what a person would. */
async function switchOn(window: Page, change: SandboxChange): Promise<void> {
  const { link, heading } = places(window)
  await link('Settings').click()
  await heading('Settings').waitFor()
  await window.getByRole('checkbox', { name: sandboxChangeTexts[change].label, exact: true }).check()
  await link('Sandbox').click()
  await heading('Sandbox').waitFor()
}

const cases: { change: SandboxChange; before: number; after: number; kind: DriftKind }[] = [
  { change: 'new_key', before: 1, after: 1, kind: 'signing_key' },
  { change: 'short_lifetime', before: 1, after: 1, kind: 'lifetime' },
  { change: 'lost_scope', before: 1, after: 1, kind: 'scopes_lost' },
  { change: 'new_audience', before: 1, after: 1, kind: 'audience' },
  { change: 'failures', before: 1, after: 3, kind: 'outage' },
  { change: 'slow_answers', before: 5, after: 5, kind: 'latency' },
]

test('each change of the sandbox is seen in the window, and can be called expected', async ({ window }) => {
  test.setTimeout(120_000)
  const { link, tab } = places(window)
  await expect(places(window).button('Request token')).toBeEnabled()
  const row = link('Sandbox')
  for (const { change, before, after, kind } of cases) {
    await request(window, before)
    await call(window, 'verifyToken', {
      token: { kind: 'held', environmentId },
      environmentId,
      keys: { kind: 'jwks', fresh: false },
    })
    await switchOn(window, change)
    await request(window, after)
    await expect(row).toHaveAccessibleDescription(/1 change/)
    await expect(tab('Activity')).toHaveAccessibleDescription('1 change')
    await tab('Activity').click()
    const changes = window.getByRole('table', { name: 'Changes' })
    await expect(changes).toContainText(driftTitles[kind])
    await expect(window.getByText('1 thing changed today')).toBeVisible()
    const { drift } = await call(window, 'getActivity', { environmentId, range: '24h' })
    await call(window, 'setDriftExpected', { ids: drift.map(({ id }) => id), isExpected: true })
    await expect(tab('Activity')).toHaveAccessibleDescription('')
    await call(window, 'setSandboxChanges', [])
    await request(window, 1)
  }
  expect(await barriersIn(window, 'Activity')).toEqual([])
})
