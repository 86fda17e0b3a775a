import { expect, test } from 'vitest'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { Member } from '../../../electron/contract/json-object.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { lifespanOf, lifespanOfHeld } from '../../../renderer/token-view/lifespan.ts'
import { lifetimePicture } from '../../../renderer/token-view/lifetime-picture.ts'

const now = Date.UTC(2026, 10, 24, 13, 20, 0)
const seconds = now / 1000
const nothing = { issuedAt: null, notBefore: null, expiresAt: null, revokedAt: null, clockOffset: null, notes: [] }
const hour = 3_600_000

function jws(claims: Record<string, string>): DecodedToken {
  return withMembers(Object.entries(claims).map(([name, source]) => ({ name, source, duplicate: false })))
}

function withMembers(members: readonly Member[]): DecodedToken {
  return { kind: 'jws', header: { source: '{}', members: [] }, signatureBytes: 64, claims: { source: '{}', members } }
}

test('claims without a time tell of no lifetime, and neither does a token without claims', () => {
  expect(lifespanOf(jws({ iss: '"https://as.example"' }), null)).toBeNull()
  expect(lifespanOf({ kind: 'empty' }, null)).toBeNull()
})

test('a time that cannot be read is named, not taken for none', () => {
  expect(lifespanOf(jws({ exp: '"soon"' }), null)).toMatchObject({ expiresAt: null, notes: ['exp is not a time'] })
  expect(lifespanOf(jws({ exp: '1e400' }), null)).toMatchObject({ expiresAt: null, notes: ['exp is not a time'] })
})

test('milliseconds are recognized and named', () => {
  const lifespan = lifespanOf(jws({ iat: String(seconds), exp: String((seconds + 60) * 1000) }), null)
  expect(lifespan).toMatchObject({ issuedAt: now, expiresAt: now + 60_000 })
  expect(lifespan?.notes).toEqual(['exp seems to count milliseconds, where the standard counts seconds'])
})

test('of duplicates the last counts, as most parsers take it', () => {
  const members = [1, 2].map((exp) => ({ name: 'exp', source: String(seconds + exp), duplicate: true }))
  expect(lifespanOf(withMembers(members), null)?.expiresAt).toBe(now + 2000)
})

test('an end before the beginning is impossible, and nothing is drawn', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now, expiresAt: now - hour }, now)
  expect(picture).toMatchObject({ state: 'impossible', left: null })
  expect(picture.words).toBe('never valid: it expires before it was issued')
  expect(picture.points.every(({ position }) => position === null)).toBe(true)
})

test('a token that expires before it becomes valid was never valid', () => {
  const picture = lifetimePicture({ ...nothing, notBefore: now + hour, issuedAt: now, expiresAt: now + 60_000 }, now)
  expect(picture.state).toBe('impossible')
})

test('an unknown end is said, and never drawn as for ever', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now }, now)
  expect(picture).toMatchObject({ state: 'unknown_end', left: null })
  expect(picture.words).toContain('lifetime unknown')
})

test('revoked goes before everything else', () => {
  const picture = lifetimePicture(
    { ...nothing, issuedAt: now - hour, expiresAt: now - 60_000, revokedAt: now - 4000 },
    now,
  )
  expect(picture).toMatchObject({ state: 'revoked', words: 'revoked 4 s ago', left: null })
})

test('an expired token says since when, and now is behind its end', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now - 100 * hour, expiresAt: now - 76 * hour }, now)
  expect(picture).toMatchObject({ state: 'expired', words: 'expired 3 d 4 h ago', left: null })
  expect(picture.points.map(({ name }) => name)).toEqual(['issued', 'expires', 'now'])
  const positions = picture.points.map(({ position }) => position ?? -1)
  expect(positions).toEqual(positions.toSorted((one, other) => one - other))
})

test('a token for later says when, and only its valid part is left to live', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now, notBefore: now + hour / 2, expiresAt: now + hour }, now)
  expect(picture).toMatchObject({
    state: 'not_yet',
    words: 'not valid yet, only in 30 min',
    left: { from: 0.5, to: 1 },
  })
})

test('a valid token counts down, and what is left is drawn to scale', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now - hour / 4, expiresAt: now + (3 * hour) / 4 }, now)
  expect(picture).toMatchObject({ state: 'valid', words: '45:00 left', left: { from: 0.25, to: 1 } })
  expect(picture.points.map(({ name, position }) => [name, position])).toEqual([
    ['issued', 0],
    ['now', 0.25],
    ['expires', 1],
  ])
})

test('a tenth from its end it is ending', () => {
  expect(lifetimePicture({ ...nothing, issuedAt: now - hour, expiresAt: now + 60_000 }, now).state).toBe('ending')
})

test('two clocks that differ are two nows, and the server’s decides', () => {
  const picture = lifetimePicture(
    { ...nothing, issuedAt: now - hour, expiresAt: now + 60_000, clockOffset: 600_000 },
    now,
  )
  expect(picture.state).toBe('expired')
  expect(picture.notes).toEqual(['server clock 10 min ahead'])
  expect(picture.points.map(({ name }) => name)).toEqual(['issued', 'now', 'expires', 'server_now'])
})

test('a difference that a slow answer explains is not drawn', () => {
  const picture = lifetimePicture({ ...nothing, issuedAt: now - hour, expiresAt: now + hour, clockOffset: 1500 }, now)
  expect(picture.notes).toEqual([])
  expect(picture.points.map(({ name }) => name)).toEqual(['issued', 'now', 'expires'])
})

test('not before is drawn only where it differs from issued', () => {
  const same = lifetimePicture({ ...nothing, issuedAt: now - hour, notBefore: now - hour, expiresAt: now + hour }, now)
  expect(same.points.map(({ name }) => name)).toEqual(['issued', 'now', 'expires'])
})

test('the description holds the state, every point and every note', () => {
  const lifespan = { ...nothing, issuedAt: now - hour, expiresAt: now + hour, clockOffset: -4000, notes: ['odd'] }
  const { description, words, points, notes } = lifetimePicture(lifespan, now)
  for (const part of [words, ...points.map(({ label }) => label), ...notes]) expect(description).toContain(part)
  expect(notes).toEqual(['server clock 4 s behind', 'odd'])
})

const held: HeldToken = {
  environmentId: 'e',
  masked: 'eyJ…',
  token_type: 'Bearer',
  expires_in: '3600',
  scopeAsked: '',
  scopeGranted: null,
  lifetime: { issuedAt: now, expiresAt: now + hour },
  clockOffset: 60_000,
  revokedAt: now + 5000,
  response: { source: '{}', members: [] },
  decoded: { kind: 'opaque', form: 'reference', maker: '', length: 43 },
  binding: null,
  stale: false,
  previousIssuedAt: null,
  exchangeId: 'x',
}

test('a held token lives by the server’s clock', () => {
  expect(lifespanOfHeld(held)).toEqual({
    issuedAt: now + 60_000,
    notBefore: null,
    expiresAt: now + hour + 60_000,
    revokedAt: now + 65_000,
    clockOffset: 60_000,
    notes: [],
  })
})

test('of a held token the claims know when it was issued and from when it counts', () => {
  const decoded = jws({ iat: String(seconds - 30), nbf: String(seconds - 20) })
  expect(lifespanOfHeld({ ...held, decoded })).toMatchObject({ issuedAt: now - 30_000, notBefore: now - 20_000 })
})

test('expires_in and exp that do not agree are noted', () => {
  const decoded = (exp: number) => jws({ exp: String(exp) })
  expect(lifespanOfHeld({ ...held, decoded: decoded(seconds + 60 + 3601) }).notes).toEqual([])
  expect(lifespanOfHeld({ ...held, decoded: decoded(seconds + 60 + 7200) }).notes).toEqual([
    'the claim exp and expires_in do not agree',
  ])
})
