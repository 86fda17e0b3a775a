import { expect, test } from 'vitest'
import { refreshToken } from '../../../../electron/core/review/checks/refresh-token.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'

const { settings } = reviewCase()
const codes = (known: Parameters<typeof reviewCase>[0]) => refreshToken.look(reviewCase(known)).map(({ code }) => code)

test('a refresh token that comes with the token is to improve', () => {
  expect(codes({ issued: issuedToken({ members: ['refresh_token', 'refresh_expires_in'] }) })).toEqual([
    'refresh_token_issued',
  ])
})

test.each(['offline_access', 'refresh_token'])('the scope %s asks for one', (scope) => {
  expect(codes({ settings: { ...settings, scope: `orders:read ${scope}` } })).toEqual(['refresh_token_requested'])
})

test('the lifetime of one that was not issued is none', () => {
  expect(codes({ issued: issuedToken({ members: ['refresh_expires_in'] }) })).toEqual(['no_refresh_token'])
})

test('without a token it is not known', () => {
  expect(codes({})).toEqual(['refresh_without_token'])
})
