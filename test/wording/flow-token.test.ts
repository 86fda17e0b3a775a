import { expect, test } from 'vitest'
import { bounded } from '../../electron/core/flow-run/bounded.ts'
import { failedWords } from '../../electron/wording/flow/stopped.ts'
import { tokenFacts } from '../../electron/wording/flow/token.ts'
import { token, tokenAct } from '../picture/samples.ts'

test('scopes of which a run keeps the beginning are not counted', () => {
  const scopeGranted = Array.from({ length: 5000 }, (_, index) => `scope:${index}`).join(' ')
  const { result } = bounded(tokenAct({ result: { ...token, scopeAsked: 'scope:4999', scopeGranted } }))
  expect(result?.kind === 'token' && tokenFacts(result)).toBe('RS256 · 3600 s · more scopes than fit here')
})

test('an environment that is gone lacks no field', () => {
  const problems = [{ code: 'environment_gone', field: 'name', evidence: {} }] as const
  expect(
    failedWords(tokenAct({ result: { kind: 'not_sent', problems } }), null, { client_id: '', audience: '' }),
  ).toEqual({
    title: 'Not sent: the token request',
    reason: 'This environment no longer exists.',
  })
})
