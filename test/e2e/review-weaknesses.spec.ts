import type { Page } from '@playwright/test'
import type { ReviewCode } from '../../electron/contract/review-codes.ts'
import type { ReviewFinding } from '../../electron/contract/review.ts'
import type { Practice, Probe } from '../../electron/vocabulary/review.ts'
import { type SandboxWeakness, sandboxWeaknesses } from '../../electron/vocabulary/sandbox-changes.ts'
import { reviewText } from '../../electron/wording/review.ts'
import { practiceTitles } from '../../electron/wording/review/practices.ts'
import { probeTitles } from '../../electron/wording/review/probes.ts'
import { statusWords } from '../../electron/wording/review/status.ts'
import { sandboxChangeTexts } from '../../electron/wording/sandbox-changes.ts'
import { call } from '../support/bridge.ts'
import { expect, test } from '../support/electron.ts'
import { places } from '../support/places.ts'

/** Of the sandbox, and refused by its API. */
const otherAudience = 'urn:sandbox:reports'

/** What shows a weakness, where, and as what. */
interface Row {
  by: Probe | 'token' | 'keys'
  practice: Practice
  code: ReviewCode
}

const rows: Record<SandboxWeakness, Row> = {
  long_lifetime: { by: 'token', practice: 'short_lived_tokens', code: 'lifetime_over_day' },
  no_audience: { by: 'token', practice: 'always_validate', code: 'audience_missing' },
  weak_key: { by: 'published', practice: 'strong_keys', code: 'server_key_weak' },
  http: { by: 'plain_http', practice: 'use_https', code: 'plain_http_answered' },
  open_introspection: {
    by: 'introspection_open',
    practice: 'token_introspection',
    code: 'introspection_answers_strangers',
  },
  revocation_without_effect: { by: 'revocation', practice: 'check_revocation', code: 'revocation_without_effect' },
  wrong_audience_accepted: { by: 'wrong_audience', practice: 'always_validate', code: 'wrong_audience_accepted' },
  signature_not_checked: { by: 'changed_token', practice: 'always_validate', code: 'changed_token_accepted' },
  scopes_not_checked: { by: 'missing_scope', practice: 'validate_scopes', code: 'missing_scope_accepted' },
  no_rate_limit: { by: 'rate_limit', practice: 'rate_limiting', code: 'wrong_credentials_not_limited' },
}
const codes = new Set<string>(Object.values(rows).map(({ code }) => code))

/** An environment of the client that authenticates by a certificate, whose endpoints are reached over TLS. */
async function addOverTls(window: Page): Promise<{ id: string; name: string }> {
  const copy = await call(window, 'duplicateEnvironment', { environmentId: 'sandbox' })
  if (copy === null) throw new Error('There is no sandbox.')
  const { id, builtIn: _builtIn, secrets: _secrets, ...value } = copy
  const name = 'Over TLS'
  const changed = { ...value, name, token_endpoint_auth_method: 'tls_client_auth' } as const
  const outcome = await call(window, 'saveEnvironment', { id, value: changed, secrets: {}, keepOld: [] })
  expect(outcome.kind).toBe('saved')
  return { id, name }
}

async function setSwitch(window: Page, weakness: SandboxWeakness, isOn: boolean): Promise<void> {
  const { link, heading } = places(window)
  await link('Settings').click()
  await heading('Settings').waitFor()
  await window
    .getByRole('group', { name: 'Weaknesses to try' })
    .getByRole('checkbox', { name: sandboxChangeTexts[weakness].label, exact: true })
    .setChecked(isOn)
}

async function openReview(window: Page, name: string): Promise<void> {
  const { link, heading, tab } = places(window)
  await link(name).click()
  await heading(name).waitFor()
  await tab('Review').click()
}

/** Those of `chosen` alone, without any all that can be sent; until each has its result. */
async function runProbes(window: Page, environmentId: string, chosen: readonly Probe[] = []): Promise<void> {
  const begun = Date.now()
  const titles = new Set(chosen.map((probe) => probeTitles[probe]))
  await window.getByRole('button', { name: /^Run (?:\d+ )?probes?(?: again)?…$/ }).click()
  const dialog = window.getByRole('dialog', { name: 'Run probes' })
  for (const [probe, title] of Object.entries(probeTitles)) {
    const box = dialog.getByRole('checkbox', { name: title, exact: true })
    if (await box.isEnabled()) await box.setChecked(chosen.length === 0 || titles.has(title), { timeout: 5000 })
    else expect(chosen).not.toContain(probe)
  }
  const audience = dialog.getByRole('textbox', { name: 'Other audience' })
  if (await audience.isVisible()) await audience.fill(otherAudience)
  await dialog.getByRole('button', { name: /^Send / }).click()
  await expect(dialog).toBeHidden()
  const waiting = async () => {
    const review = await call(window, 'getReview', { environmentId })
    const sent = review?.probes.filter(
      ({ probe, plan }) => plan.kind === 'requests' && (chosen.length === 0 || chosen.includes(probe)),
    )
    return sent?.filter(({ last }) => last === null || last.at < begun).map(({ probe }) => probe)
  }
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([])
}

async function show(window: Page, environmentId: string, by: Row['by']): Promise<void> {
  if (by !== 'token' && by !== 'keys') return runProbes(window, environmentId, [by])
  await call(window, 'requestToken', { environmentId })
  const keys = { kind: 'jwks', fresh: true } as const
  if (by === 'keys') await call(window, 'verifyToken', { token: { kind: 'held', environmentId }, environmentId, keys })
}

/** What is to act on of the weaknesses. */
async function raised(window: Page, environmentId: string): Promise<ReviewFinding[]> {
  const review = await call(window, 'getReview', { environmentId })
  const findings = review?.items.flatMap((item) => item.findings) ?? []
  return findings.filter(({ code, status }) => codes.has(code) && (status === 'at_risk' || status === 'to_improve'))
}

const practiceRow = (window: Page, practice: Practice) =>
  window.getByRole('group', { name: 'Practices' }).getByRole('button').filter({ hasText: practiceTitles[practice] })

test('without any weakness, and with all probes run, none is found', async ({ window }) => {
  test.setTimeout(90_000)
  const { id, name } = await addOverTls(window)
  await expect(places(window).button('Request token')).toBeEnabled()
  for (const [environmentId, environment] of [
    ['sandbox', 'Sandbox'],
    [id, name],
  ] as const) {
    await show(window, environmentId, 'keys')
    await openReview(window, environment)
    await runProbes(window, environmentId)
    expect(await raised(window, environmentId)).toEqual([])
    await expect(window.getByText('At risk', { exact: true })).toHaveCount(0)
  }
})

test('each weakness is found in the review, and gone once it is switched off', async ({ window }) => {
  test.setTimeout(240_000)
  const overTls = await addOverTls(window)
  await expect(places(window).button('Request token')).toBeEnabled()
  for (const weakness of sandboxWeaknesses) {
    await test.step(weakness, async () => {
      const { by, practice, code } = rows[weakness]
      const { id, name } = weakness === 'http' ? overTls : { id: 'sandbox', name: 'Sandbox' }
      await call(window, 'requestToken', { environmentId: id })
      await setSwitch(window, weakness, true)
      await openReview(window, name)
      await show(window, id, by)
      await expect.poll(async () => (await raised(window, id)).map((finding) => finding.code)).toEqual([code])
      const [finding] = await raised(window, id)
      if (finding === undefined) throw new Error(`${code} is not raised.`)
      const { line } = reviewText(finding)
      const row = practiceRow(window, practice)
      await expect(row).toContainText(line)
      await expect(row).toContainText(statusWords[finding.status])
      await setSwitch(window, weakness, false)
      await openReview(window, name)
      await show(window, id, by)
      await expect(row).not.toContainText(line)
      expect(await raised(window, id)).toEqual([])
    })
  }
})
