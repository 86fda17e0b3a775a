import { expect, test } from '../../support/electron.ts'

const outside = [
  'app://ui/..%2fmain.cjs',
  'app://ui/..%2f..%2fpackage.json',
  'app://ui/%2e%2e%2fmain.cjs',
  'app://ui/assets/..%2f..%2fpreload.cjs',
  'app://ui/..%5cmain.cjs',
  'app://ui/%2fetc%2fpasswd',
  'app://ui/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  'app://other/index.html',
  'app://ui:80/..%2fmain.cjs',
]

for (const url of outside) {
  test(`nothing outside the bundle is read: ${url}`, async ({ app }) => {
    const answer = await app.evaluate(async ({ net }, target) => {
      const response = await net.fetch(target)
      return [response.status, await response.text()]
    }, url)
    expect(answer).toEqual([404, 'There is no such file.'])
  })
}

for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
  test(`${method} is not answered`, async ({ app }) => {
    const status = await app.evaluate(
      async ({ net }, name) => (await net.fetch('app://ui/', { method: name })).status,
      method,
    )
    expect(status).toBe(405)
  })
}

test('every answer carries the policy, with a new nonce each time', async ({ app }) => {
  const policies = await app.evaluate(async ({ net }) => {
    const urls = ['app://ui/', 'app://ui/', 'app://ui/missing.js']
    const answers = await Promise.all(urls.map((url) => net.fetch(url)))
    return answers.map((answer) => answer.headers.get('content-security-policy'))
  })
  expect(new Set(policies).size).toBe(3)
  for (const policy of policies)
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
})
