import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checksOfPractice, practiceSections } from '../../../electron/catalogue/review-practices.ts'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import { reviewCodes } from '../../../electron/contract/review-codes.ts'
import { checks } from '../../../electron/core/review/checks.ts'
import { reviewItems } from '../../../electron/core/review/review-items.ts'
import { practices, type ReviewCheckName, reviewChecks } from '../../../electron/vocabulary/review.ts'
import { reviewCase } from '../../support/review-case.ts'

const sorted = (names: readonly string[]): string[] => names.toSorted()

test('every practice is in one section, and every check belongs to one practice', () => {
  expect(sorted(practiceSections.flatMap((section) => section.practices))).toEqual(sorted(practices))
  expect(sorted(Object.values(checksOfPractice).flat())).toEqual(sorted(reviewChecks))
})

test('every check is there, under its name', () => {
  expect(reviewChecks.filter((name) => checks[name]?.name !== name)).toEqual([])
})

test('a review of an environment of which nothing is known has every practice, and raises nothing', () => {
  const items = reviewItems(reviewCase())
  expect(items.map(({ practice }) => practice)).toEqual(practiceSections.flatMap((section) => section.practices))
})

test('every check says of a case of which nothing is known only what is its own', () => {
  for (const name of reviewChecks) {
    for (const { check, code } of checks[name]?.look(reviewCase()) ?? []) {
      expect([check, reviewEntries[code].check]).toEqual([name, name])
    }
  }
})

/** Nothing that is here can show that it is done, only that it is not, or a person notes it. */
const cannotPass: ReadonlySet<ReviewCheckName> = new Set(['scopes_reviewed', 'credential_access'])
/** Nothing that is here can show that it is not done. */
const cannotFail: ReadonlySet<ReviewCheckName> = new Set(['ip_allow_list'])

test('every check can pass, and can find something to act on', () => {
  const statuses = (name: ReviewCheckName) =>
    reviewCodes.filter((code) => reviewEntries[code].check === name).map((code) => reviewEntries[code].status)
  const noPassing = reviewChecks.filter((name) => !statuses(name).includes('passed'))
  const noFailing = reviewChecks.filter((name) => !statuses(name).some((is) => is === 'to_improve' || is === 'at_risk'))
  expect(sorted(noPassing)).toEqual(sorted([...cannotPass]))
  expect(sorted(noFailing)).toEqual(sorted([...cannotFail]))
})

const folder = path.join(import.meta.dirname, 'checks')
const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))

test('every check has a test, and every code is the answer of one', () => {
  const named = texts.join('\n')
  expect(reviewChecks.filter((name) => !readdirSync(folder).includes(`${name.replaceAll('_', '-')}.test.ts`))).toEqual(
    [],
  )
  expect(reviewCodes.filter((code) => !named.includes(`'${code}'`))).toEqual([])
})
