import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { skippedByPlaywright, skippedByVitest, skippedLines } from '../../scripts/steps/skipped.mjs'

const root = path.resolve(import.meta.dirname, '../..')

test('a test that may be skipped by Vitest has its reason in its name', () => {
  const files = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter((file) => !file.startsWith('test/tree/'))
  const skips = files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    return [...text.matchAll(/\.(?:skip|skipIf|runIf|todo|only)\b.{0,250}/gs)].map(([found]) => ({ file, found }))
  })
  expect(skips.length).toBeGreaterThan(10)
  expect(
    skips.filter(({ found }) => !/^\.skipIf\((\w+) !== null\)\(\s*`[^`]+\$\{because\(\1\)\}`/.test(found)),
  ).toEqual([])
})

test('Vitest’s skipped tests are listed by group and reason, and one without a reason says so', () => {
  const of = (status: string, title: string, ...ancestorTitles: string[]) => ({ status, title, ancestorTitles })
  const group = 'nginx [skipped: There is no nginx here.]'
  const skipped = skippedByVitest({
    testResults: [
      { assertionResults: [of('passed', 'a', '', 'b'), of('failed', 'c', ''), of('skipped', 'one', '', group)] },
      { assertionResults: [of('skipped', 'two', '', group, 'inner'), of('todo', 'alone', '', 'group')] },
    ],
  })
  expect(skippedLines(skipped)).toEqual([
    'Skipped, 2 tests: nginx: There is no nginx here.',
    'Skipped, 1 test: group alone: The test does not say why.',
  ])
})

test('Playwright’s are listed from suites within suites', () => {
  const of = (status: string, description?: string) => ({
    status,
    annotations: description === undefined ? [] : [{ type: 'skip', description }],
  })
  const skipped = skippedByPlaywright({
    suites: [
      { suites: [{ specs: [{ title: 'in a group', tests: [of('skipped', 'Only root may.')] }] }] },
      {
        specs: [
          { title: 'ran', tests: [of('expected')] },
          { title: 'silent', tests: [of('skipped')] },
        ],
      },
    ],
  })
  expect(skippedLines(skipped)).toEqual([
    'Skipped, 1 test: in a group: Only root may.',
    'Skipped, 1 test: silent: The test does not say why.',
  ])
})

test('nothing that was skipped makes no line', () => {
  expect(skippedLines(skippedByVitest({ testResults: [] }))).toEqual([])
  expect(skippedLines(skippedByPlaywright({}))).toEqual([])
})
