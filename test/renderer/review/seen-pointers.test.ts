import { expect, test } from 'vitest'
import { seenPointers, seenTab } from '../../../renderer/features/review/seen-pointers.ts'

test('what was seen is marked where it is in the exchange', () => {
  expect(seenPointers({ kind: 'member', name: 'expires_in' })).toEqual([
    { kind: 'response_member', name: 'expires_in' },
  ])
  expect(seenPointers({ kind: 'claim', name: 'exp - iat' })).toEqual([
    { kind: 'claim', name: 'exp' },
    { kind: 'claim', name: 'iat' },
  ])
  expect(seenPointers({ kind: 'header', name: 'Cache-Control' })).toEqual([
    { kind: 'response_header', name: 'Cache-Control' },
  ])
  expect(seenPointers({ kind: 'status', name: '' })).toEqual([{ kind: 'response_status' }])
  expect(seenPointers({ kind: 'parameter', name: 'scope' })).toEqual([{ kind: 'request_parameter', name: 'scope' }])
  expect(seenPointers({ kind: 'figure', name: 'tokens' })).toEqual([])
})

test('the tab is shown that has it', () => {
  expect(seenTab({ kind: 'tls' })).toBe('tls')
  expect(seenTab({ kind: 'parameter' })).toBe('request')
  expect(seenTab({ kind: 'claim' })).toBe('response')
})
