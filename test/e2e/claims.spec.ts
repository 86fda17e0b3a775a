import type { Page } from '@playwright/test'
import { expect, test } from '../support/shared-app.ts'
import { places } from '../support/places.ts'

const segment = (text: string) => Buffer.from(text).toString('base64url')
const jwt = (claims: string) => `${segment('{"alg":"RS256","kid":"k"}')}.${segment(claims)}.AAAA`

async function inspect(window: Page, claims: string) {
  const { button, link, field } = places(window)
  await link('Token inspector').click()
  await field('Token').fill(jwt(claims))
  await button('Inspect').click()
}

test('claims that hold HTML, bidirectional marks and terminal codes are text, and all of them is seen', async ({
  window,
}) => {
  await inspect(
    window,
    '{"<img src=x onerror=alert(1)>":"<script>document.title=1</script><a href=https://evil.example>x</a>","a\u202Eb":"user\u202Etxt.exe\u2066","esc":"\\u001b[31m","https://evil.example/x":1}',
  )
  const claims = places(window).region('Claims')
  await expect(claims).toContainText('<img src=x onerror=alert(1)>')
  await expect(claims).toContainText('"<script>document.title=1</script><a href=https://evil.example>x</a>"')
  await expect(claims).toContainText('a\\u{202e}b')
  await expect(claims).toContainText('"user\\u{202e}txt.exe\\u{2066}"')
  await expect(claims).toContainText('\\u001b[31m')
  await expect(claims.locator('img, script, a, iframe')).toHaveCount(0)
})

test('a value of a megabyte is folded, can be unfolded, and is copied whole', async ({ app, window }) => {
  const value = `"${'A'.repeat(1 << 20)}"`
  await inspect(window, `{"big":${value}}`)
  const { button } = places(window)
  await button('Show all 1,048,578 characters of value of big').click()
  await button('Copy value of big').focus()
  await window.keyboard.press('Enter')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(value)
  await button('Show less of value of big').click()
  await expect(button('Show all 1,048,578 characters of value of big')).toBeVisible()
})

test('of 10,000 claims the first are shown, more on demand, and any of them by the filter', async ({ window }) => {
  const members = Array.from({ length: 10_000 }, (_, index) => `"claim_${index}":${index}`)
  await inspect(window, `{${members.join(',')}}`)
  const { button, field, region } = places(window)
  const rows = region('Claims').getByRole('row')
  await expect(rows).toHaveCount(200)
  await button('Show 500 more').click()
  await expect(rows).toHaveCount(700)
  await field('Filter claims').fill('claim_9999')
  await expect(rows).toHaveCount(1)
  await expect(region('Claims')).toContainText('1 of 10,000')
})

test('each claim of a name that occurs twice is shown, with what parsers make of it', async ({ window }) => {
  await inspect(window, '{"aud":"one","exp":1795392012000,"aud":"two","n":-0}')
  const claims = places(window).region('Claims')
  await expect(claims).toContainText('“aud” stands 2 times. Most parsers take the last')
  await expect(claims).toContainText('"one"')
  await expect(claims).toContainText('"two"')
  await expect(claims).toContainText('milliseconds?')
  await expect(claims).toContainText('minus zero')
})

test('the lifetime of a held token is reported in words, before and after its revocation', async ({ window }) => {
  const { button, region } = places(window)
  await button('Request token').click()
  const line = region('Token response').getByRole('img', { name: /^Lifetime: / })
  await expect(line).toHaveAccessibleName(/\d\d:\d\d left; issued .*; now.*; expires /)
  await button('Revoke').click()
  await expect(line).toHaveAccessibleName(/^Lifetime: revoked /)
})
