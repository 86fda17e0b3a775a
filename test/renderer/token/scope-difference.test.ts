import { expect, test } from 'vitest'
import { scopeStates } from '../../../renderer/features/token/scope-difference.ts'

test('a scope that was not granted and one that was not asked for are distinguished from the others', () => {
  expect(scopeStates({ scopeAsked: 'read admin', scopeGranted: 'read  profile' })).toEqual([
    { scope: 'read', state: 'granted' },
    { scope: 'admin', state: 'not granted' },
    { scope: 'profile', state: 'not asked for' },
  ])
})

test('an answer without a scope granted what was asked for, and one with an empty scope granted nothing', () => {
  expect(scopeStates({ scopeAsked: 'read', scopeGranted: null })).toEqual([{ scope: 'read', state: 'granted' }])
  expect(scopeStates({ scopeAsked: 'read', scopeGranted: '' })).toEqual([{ scope: 'read', state: 'not granted' }])
})
