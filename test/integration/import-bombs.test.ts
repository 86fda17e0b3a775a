import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ImportFile } from '../../electron/core/importing/drafts/import-file.ts'
import { readGiven } from '../../electron/core/importing/read-given.ts'
import { importMaxCharacters } from '../../electron/vocabulary/limits.ts'

const slow = 60_000
const one = (path: string, text: string): ImportFile[] => [{ path, text }]
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index))
const openapi = (rest: string): string => `openapi: 3.0.0\ninfo: {title: a, version: "1"}\n${rest}`
const json = (value: unknown): ImportFile[] => one('a.json', JSON.stringify(value))

/** What the reading comes to: the code of its refusal, or how many environments and calls it has. */
async function outcomeOf(files: readonly ImportFile[], signal = new AbortController().signal): Promise<string> {
  const read = await readGiven({ secretStore: { getValue: async () => null } }, files, signal, () => {})
  if (read === null) return 'cancelled'
  if (read.kind === 'refused') return read.problem.code
  const { environments = [] } = read.file ?? {}
  return `${environments.length} environments, ${environments.reduce((sum, { calls }) => sum + calls.length, 0)} calls`
}

test.each<[string, string, () => ImportFile[]]>([
  [
    'aliases of aliases',
    'repeats_itself',
    () => {
      const names = 'abcdefghijk'
      const levels = Array.from(
        names.slice(1),
        (name, level) => `${name}: &${name} [${`*${names.charAt(level)},`.repeat(9)}x]`,
      )
      return one('a.yaml', openapi(`paths: {}\na: &a [x]\n${levels.join('\n')}\n`))
    },
  ],
  ['an alias of itself', 'repeats_itself', () => one('a.yaml', openapi('paths: &p\n  /a: *p\n'))],
  [
    'merge keys of merge keys',
    'repeats_itself',
    () =>
      one(
        'a.yaml',
        openapi(
          `${many(40, (level) => `m${level}: &m${level}\n  k: 1\n${level > 0 ? `  <<: [*m${level - 1}, *m${level - 1}, *m${level - 1}]\n` : ''}`).join('')}paths: {}\n`,
        ),
      ),
  ],
  [
    'references that lead to each other',
    '1 environments, 0 calls',
    () => one('a.yaml', openapi('paths:\n  /a: {$ref: "#/paths/~1b"}\n  /b: {$ref: "#/paths/~1a"}\n')),
  ],
  [
    'a chain of 200,000 references',
    '1 environments, 0 calls',
    () =>
      json({
        openapi: '3.0.0',
        info: {},
        paths: { '/a': { $ref: '#/x/0' } },
        x: many(200_000, (index) => ({ $ref: `#/x/${index + 1}` })),
      }),
  ],
  [
    '10,000 folders within folders',
    'nested_too_deep',
    () =>
      json({
        _type: 'export',
        __export_format: 4,
        resources: [
          { _id: 'w', _type: 'workspace' },
          ...many(10_000, (index) => ({
            _id: `f${index}`,
            _type: 'request_group',
            parentId: index > 0 ? `f${index - 1}` : 'w',
          })),
          { _id: 'r', _type: 'request', parentId: 'f9999', url: 'https://a.test' },
        ],
      }),
  ],
  [
    '200,000 brackets of PowerShell',
    '1 environments, 1 calls',
    () => one('a.ps1', `irm https://a.test -Body ${'@{a=('.repeat(200_000)}`),
  ],
  [
    '200,000 brackets of a shell',
    '1 environments, 2 calls',
    () => one('a.sh', `curl https://a.test ${'$('.repeat(200_000)}`),
  ],
  ['200,000 brackets of Bruno', 'text_invalid', () => one('a.bru', `meta {\n${'a {\n'.repeat(200_000)}`)],
  ['a zip file', 'other_file', () => one('a.zip', `PK\u0003\u0004${'\u0000'.repeat(1000)}`)],
  ['a gzip file', 'other_file', () => one('a.gz', `\u001F\uFFFD\b${'x'.repeat(1000)}`)],
  ['1,000,000 requests of curl', 'too_many_calls', () => one('a.sh', 'curl a.b;'.repeat(1_000_000))],
  ['500,000 requests of an .http file', 'too_many_calls', () => one('a.http', 'GET http://a.b\n###\n'.repeat(490_000))],
  [
    '300,000 paths',
    'too_many_calls',
    () =>
      one(
        'a.json',
        `{"openapi":"3.0.0","info":{},"paths":{${many(300_000, (index) => `"/${index}":{"get":{}}`).join(',')}}}`,
      ),
  ],
  ['64 MiB of spaces', 'empty', () => one('a', ' '.repeat(importMaxCharacters))],
  ['5,000 files of a character', 'not_recognized', () => many(5000, (index) => ({ path: `f${index}.txt`, text: 'x' }))],
  [
    'names that lead elsewhere',
    '2 environments, 2 calls',
    () => [
      { path: '../../../etc/passwd', text: 'root:x:0:0' },
      { path: '../a.sh', text: 'curl https://a.test' },
      { path: '__proto__', text: 'curl https://a.test/p' },
      { path: '/constructor.json', text: '{"a":1}' },
    ],
  ],
])('%s: %s', { timeout: slow }, async (_what, outcome, files) => {
  // Where the computer has too much else to do, time ends it.
  expect([outcome, 'took_too_long']).toContain(await outcomeOf(files()))
})

test('a cancelled reading of one line of 64 MiB leaves no thread', { timeout: slow }, async () => {
  const files = one('a.sh', `curl https://a.test -d ${'x'.repeat(importMaxCharacters - 100)}`)
  const controller = new AbortController()
  const reading = outcomeOf(files, controller.signal)
  await wait(500)
  controller.abort()
  expect(await reading).toBe('cancelled')
  expect(process.getActiveResourcesInfo()).not.toContain('MessagePort')
})
