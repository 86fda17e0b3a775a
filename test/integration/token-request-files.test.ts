import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

/** How many files of ours may run for one token request: each is a place where a reader has to look. */
const mostFiles = 85

const program = path.join(import.meta.dirname, 'run-token-request.ts')
const { kind, calls }: { kind: string; calls: Record<string, number> } = JSON.parse(
  execFileSync(process.execPath, [program], { encoding: 'utf8', timeout: 40_000 }),
)

test(`a token request runs at most ${mostFiles} files of ours`, () => {
  expect(kind).toBe('issued')
  const files = new Set(Object.keys(calls).map((call) => call.split(' ', 1)[0] ?? ''))
  expect(files.size > mostFiles ? [...files] : []).toEqual([])
})

test('a token request makes one mask, for its exchange and its outcome', () => {
  expect(calls['core/redaction/mask-secrets.ts secretMasker']).toBe(1)
})

test('a token request reads the secrets of its environment once, and each of them once', () => {
  // The client secret is all that this method needs.
  expect(calls['core/environment/resolve-environment.ts readSecret']).toBe(1)
  expect(calls['core/secrets/envelope.ts unseal']).toBe(1)
})
