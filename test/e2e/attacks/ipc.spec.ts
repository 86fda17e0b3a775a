import fc from 'fast-check'
import { callNames } from '../../../electron/contract/call-names.ts'
import { test as alone } from '../../support/electron.ts'
import { expect, test } from '../../support/shared-app.ts'

for (const url of ['data:text/html,foreign', 'app://ui/']) {
  test(`another window is not answered, even with the same preload: ${url}`, async ({ app }) => {
    const replies = await app.evaluate(
      async ({ BrowserWindow, app: main }, { page, names }) => {
        const preload = `${main.getAppPath()}/dist/preload.cjs`
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload } })
        await foreign.loadURL(page)
        const code = `Promise.all(${JSON.stringify(names)}.map((name) => ccx[name]('stolen-' + name, undefined)))`
        const answers: unknown = await foreign.webContents.executeJavaScript(code)
        foreign.destroy()
        return answers
      },
      { page: url, names: [...callNames] },
    )
    const forbidden = { ok: false, code: 'forbidden', message: expect.any(String) }
    expect(replies).toEqual(callNames.map(() => forbidden))
  })
}

alone('10,000 generated messages: each gets one well-formed reply, and the app lives', async ({ app, window }) => {
  test.slow()
  const key = fc.constantFrom(
    '__proto__',
    'constructor',
    'id',
    'environmentId',
    'value',
    'issuer',
    'text',
    'request',
    'limit',
  )
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('../../x', "' OR 1=1 --", '\u0000', '\uD800', '<img src=x>'),
    fc.constantFrom({ times: 1e3 }, { times: 1e5 }),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => ({ entries })),
    ),
  }))
  const messages = fc.sample(fc.tuple(fc.constantFrom(...callNames), fc.oneof(text, value), value), {
    numRuns: 10_000,
    seed: 20_261_123,
  })
  let answered = 0
  for (let at = 0; at < messages.length; at += 500) {
    answered += await window.evaluate(
      async (batch) => {
        /** Objects are built here, so that a key named `__proto__` is one of their own, and long texts to get here cheaply. */
        const build = (part: unknown): unknown => {
          if (Array.isArray(part)) return part.map(build)
          if (typeof part !== 'object' || part === null) return part
          if ('times' in part) return 'x'.repeat(Number(part.times))
          return Object.fromEntries(
            Object.values(part)
              .flat()
              .map(([name, inner]: [string, unknown]) => [name, build(inner)]),
          )
        }
        const host = Reflect.get(globalThis, 'ccx')
        const isWellFormed = async ([name, requestId, input]: (typeof batch)[number]): Promise<boolean> => {
          const reply = await host[name](build(requestId), build(input))
          const isRefusal = reply.ok === false && typeof reply.message === 'string' && reply.message.length <= 1000
          return reply.ok === true || isRefusal
        }
        let wellFormed = 0
        for (let first = 0; first < batch.length; first += 25) {
          const together = batch.slice(first, first + 25)
          const replies = together.map(isWellFormed)
          for (const [, requestId] of together.slice(0, 3)) host.cancel(build(requestId))
          wellFormed += (await Promise.all(replies)).filter(Boolean).length
        }
        return wellFormed
      },
      messages.slice(at, at + 500),
    )
  }
  expect(answered).toBe(10_000)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const about = await window.evaluate(() => Reflect.get(globalThis, 'ccx').about('after', undefined))
  expect(about).toMatchObject({ ok: true })
})
