import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const core = path.join(import.meta.dirname, '../../electron/core')
const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: readFileSync(path.join(core, file), 'utf8') }))
const calls = files.filter(({ file }) => file.startsWith('calls/'))
const linesOf = (text: string) => text.split('\n').length - 1

test('only api.ts and the handlers take the whole context; every other function takes the part that it needs', () => {
  const allowed = new Set(['api.ts', 'core-context.ts'])
  const others = files.filter(({ file }) => !file.startsWith('calls/') && !allowed.has(file))
  expect(others.length).toBeGreaterThan(300)
  expect(others.filter(({ text }) => /\bCoreContext\b/.test(text)).map(({ file }) => file)).toEqual([])
})

test('the handlers stay small: under 1,800 lines together, and none over 150', () => {
  expect(calls.length).toBeGreaterThan(10)
  expect(calls.reduce((sum, { text }) => sum + linesOf(text), 0)).toBeLessThan(1800)
  expect(calls.filter(({ text }) => linesOf(text) > 150).map(({ file }) => file)).toEqual([])
})
