import { expect, test } from '../../support/shared-app.ts'

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

test('nothing outside the bundle is read', async ({ app }) => {
  const answers = await app.evaluate(async ({ net }, urls) => {
    const ask = async (url: string): Promise<[string, number, string]> => {
      const response = await net.fetch(url)
      return [url, response.status, await response.text()]
    }
    return Promise.all(urls.map(ask))
  }, outside)
  expect(answers).toEqual(outside.map((url) => [url, 404, 'There is no such file.']))
})

test('POST, PUT, DELETE and HEAD are not answered', async ({ app }) => {
  const statuses = await app.evaluate(async ({ net }) => {
    const methods = ['POST', 'PUT', 'DELETE', 'HEAD']
    const answers = await Promise.all(methods.map((method) => net.fetch('app://ui/', { method })))
    return answers.map(({ status }) => status)
  })
  expect(statuses).toEqual([405, 405, 405, 405])
})

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
