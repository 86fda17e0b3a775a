import { expect, test } from 'vitest'
import { leastPrivilege } from '../../../electron/common/least-privilege.ts'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'
import { incomparableText, scopesLine, scopeUseText } from '../../../renderer/features/api-calls/list/scopes-text.ts'

const calls = (...scopes: string[]) => scopes.map((scope) => ({ scope, authorization: 'environment' }) as const)
const token = (scopeGranted: string) => ({ scopeAsked: 'a b', scopeGranted, decoded: decodeToken('opaque') })

test('what is requested, granted and needed is one line', () => {
  expect(scopesLine(leastPrivilege('a b', token('b a'), calls('a')))).toBe(
    '2 requested and granted, 1 needed by these calls.',
  )
  expect(scopesLine(leastPrivilege('a b', token('a'), calls('a')))).toBe(
    '2 requested, 1 granted, 1 needed by these calls.',
  )
  expect(scopesLine(leastPrivilege('a b', null, calls('a', '')))).toBe('2 requested, 1 or more needed by these calls.')
})

test('of each scope it says what it is, and no more than is known', () => {
  const texts = leastPrivilege('a b', token('a'), calls('a', 'a c')).uses.map(scopeUseText)
  expect(texts).toEqual([
    'requested, granted, needed by 2 calls',
    'requested, not granted, not needed',
    'not requested, not granted, needed by 1 call',
  ])
  expect(leastPrivilege('a', null, calls('a')).uses.map(scopeUseText)).toEqual(['requested, needed by 1 call'])
})

test('why scopes cannot be compared is said, in the number of the calls', () => {
  expect(incomparableText(leastPrivilege('a', null, calls('', '')))).toMatch(/^2 calls name no required scopes/)
  expect(incomparableText(leastPrivilege('x/.default', null, calls('a')))).toMatch(/requests every assigned role/)
  expect(incomparableText(leastPrivilege('', null, calls('a')))).toMatch(/the server chooses/)
  expect(incomparableText(leastPrivilege('a', null, calls('a')))).toBeNull()
})
