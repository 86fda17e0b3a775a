import { expect, test } from 'vitest'
import type { AuditVerification } from '../../electron/contract/audit.ts'
import { breakMark, chainText } from '../../electron/wording/audit-chain.ts'

const textOf = (found: AuditVerification) => {
  const { title, reason } = chainText(found, '14:23')
  return `${title} | ${reason}`
}
const broken = (found: Extract<AuditVerification, { kind: 'broken' }>['break']) =>
  textOf({ kind: 'broken', entries: 1204, break: found })

test('an intact trail says how many entries were checked, and when', () => {
  expect(textOf({ kind: 'intact', entries: 1204, from: 1, unsealed: 0, asFound: 0, ms: 3 })).toBe(
    'Intact: 1,204 entries, checked 14:23 | No entry was altered, removed, added or moved.',
  )
})

test('an intact trail says what it cannot vouch for: entries removed by age, and those not sealed yet', () => {
  expect(textOf({ kind: 'intact', entries: 9, from: 41, unsealed: 1, asFound: 0, ms: 3 })).toBe(
    'Intact: 9 entries, checked 14:23 | No entry was altered, removed, added or moved. The trail begins with entry 41: older ones were removed. 1 entry is not sealed yet.',
  )
})

test('an intact trail says which entries are older than its key', () => {
  const intact = { kind: 'intact', entries: 9, from: 1, unsealed: 0, ms: 3 } as const
  expect(textOf({ ...intact, asFound: 1 })).toMatch(
    /Entry 1 was written before there was this key: changes from before/,
  )
  expect(textOf({ ...intact, asFound: 7 })).toMatch(/Entries up to 7 were written before there was this key/)
})

test.each([
  [
    { kind: 'altered', number: 412 },
    'Entry 412 was altered | Its content is not what was sealed. The entries before are intact.',
  ],
  [{ kind: 'removed', number: 1, count: 1 }, 'Entry 1 is missing | It was sealed once.'],
  [
    { kind: 'removed', number: 2, count: 3 },
    'Entries 2 to 4 are missing | They were sealed once. The entry before it is intact.',
  ],
  [
    { kind: 'added', number: 7 },
    'Entry 7 was added | It was never sealed, and lies between entries that were. The entries before are intact.',
  ],
  [
    { kind: 'swapped', number: 9, with: 4 },
    'Entries 9 and 4 were swapped | Each holds what was sealed at the place of the other. The entries before are intact.',
  ],
  [
    { kind: 'head', number: 1204 },
    'The end of the trail cannot be confirmed | The seal over the newest entry is missing or was not made here. Entries after 1,204 may be missing.',
  ],
] as const)('a break is named with its place: %j', (found, said) => {
  expect(broken(found)).toBe(`${said} Compare with an earlier export or a backup.`)
})

test('without a key nothing is claimed', () => {
  expect(textOf({ kind: 'not_sealed', entries: 1 })).toMatch(/^Not sealed yet: 1 entry \|/)
  expect(chainText({ kind: 'not_sealed', entries: 0 }, '')).toMatchObject({ tone: 'idle', title: 'Not sealed yet' })
  expect(textOf({ kind: 'locked', entries: 2 })).toMatch(/^Locked: 2 entries not checked \|/)
})

test('each entry that a break is about is marked, and no other', () => {
  const marks = (found: Parameters<typeof breakMark>[0]) => [1, 2, 3, 4, 5].map((number) => breakMark(found, number))
  expect(marks({ kind: 'altered', number: 2 })).toEqual(['', 'Altered', '', '', ''])
  expect(marks({ kind: 'swapped', number: 2, with: 4 })).toEqual([
    '',
    'Swapped with entry 4',
    '',
    'Swapped with entry 2',
    '',
  ])
  expect(marks({ kind: 'removed', number: 2, count: 2 })).toEqual([
    'Entries 2 to 3 missing after this one',
    '',
    '',
    'Entries 2 to 3 missing before this one',
    '',
  ])
})
