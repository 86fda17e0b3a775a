import { describe, expect, test } from 'vitest'
import { comparisonSummary, meaningSentence, incomparableSentences } from '../../electron/wording/comparison.ts'
import { introspectionVocabulary, tokenVocabulary } from '../../electron/common/comparison-vocabulary.ts'
import type { ComparisonRow } from '../../electron/contract/comparison.ts'

const row = (change: ComparisonRow['change'], rest: Partial<ComparisonRow> = {}): ComparisonRow => ({
  name: 'x',
  change,
  left: change === 'added' ? null : '1',
  right: change === 'removed' ? null : '2',
  meaning: null,
  ...rest,
})
const meaning = (given: ComparisonRow, vocabulary = tokenVocabulary) => meaningSentence(given, vocabulary)

describe('the summary', () => {
  test('says so when there is nothing to compare', () => {
    expect(comparisonSummary([], tokenVocabulary)).toBe('There is nothing to compare.')
  })

  test('says so when nothing differs', () => {
    expect(comparisonSummary([row('same'), row('equivalent')], tokenVocabulary)).toBe(
      'No difference: 2 the same or equivalent',
    )
  })

  test('counts each kind of change, and leaves out what there is none of', () => {
    const rows = [row('same'), row('changed'), row('changed'), row('removed'), row('equivalent')]
    expect(comparisonSummary(rows, tokenVocabulary)).toBe('2 changed, 1 removed, 2 the same or equivalent')
    expect(comparisonSummary(rows, introspectionVocabulary)).toBe(
      '2 different, 1 only in the token, 2 the same or equivalent',
    )
  })
})

describe('what a change means', () => {
  test.each([
    ['exp', 3600, 3600, 'both expire 3,600 s after issue'],
    ['exp', 3600, 86_400, 'expires 3,600 s after issue on the left, 86,400 s (24 h) after issue on the right'],
    ['exp', 3600, null, 'expires 3,600 s after issue on the left, at an unknown time after issue on the right'],
    ['nbf', -5, -5, 'both 5 s before issue'],
    ['nbf', 0, 0, 'both at issue'],
  ])('%s %s and %s s after issue', (name, left, right, sentence) => {
    expect(meaning(row('changed', { name, meaning: { kind: 'after_issue', left, right } }))).toBe(sentence)
  })

  test('a time that is on one side only is told of that side', () => {
    const given = { name: 'exp', meaning: { kind: 'after_issue', left: null, right: 60 } } as const
    expect(meaning(row('added', given))).toBe('expires 60 s after issue')
  })

  test.each([
    [300, '300 s later on the right'],
    [-259_200, '259,200 s (3 d) earlier on the right'],
    [10_000, '10,000 s (about 2.8 h) later on the right'],
    [0, 'the same time'],
  ])('%s s later', (seconds, sentence) => {
    expect(meaning(row('changed', { meaning: { kind: 'later', seconds } }))).toBe(sentence)
  })

  test('a set names what is on one side only, in the words of the comparison', () => {
    const given = row('changed', { name: 'scope', meaning: { kind: 'set', onlyLeft: ['a', 'b'], onlyRight: ['c'] } })
    expect(meaning(given)).toBe('only on the left: a, b; only on the right: c')
    expect(meaning(given, introspectionVocabulary)).toBe('only in the token: a, b; only in the answer: c')
  })

  test.each([
    ['scope', '"a b"', '"b a"', 'same scopes in another order'],
    ['scope', '"a b"', '["a","b"]', 'same scopes, once in a list and once not'],
    ['aud', '"x"', '["x"]', 'same audiences, once in a list and once not'],
    ['groups', '["a","b"]', '["b","a"]', 'same values in another order'],
  ])('%s %s and %s', (name, left, right, sentence) => {
    const same: ComparisonRow['meaning'] = { kind: 'set', onlyLeft: [], onlyRight: [] }
    expect(meaning(row('equivalent', { name, left, right, meaning: same }))).toBe(sentence)
  })

  test('a value that became another type says so, for the eye misses quotes', () => {
    expect(meaning(row('changed', { left: '1', right: '"1"' }))).toBe('a number on the left, text on the right')
  })

  test('another token ID is what two tokens must have, and one token must not', () => {
    const given = row('changed', { name: 'jti', left: '"a"', right: '"b"' })
    expect(meaning(given)).toBe('as it should be: every token has its own')
    expect(meaning(given, introspectionVocabulary)).toBeNull()
  })

  test('nothing is said where the two texts say it all', () => {
    expect(meaning(row('changed', { left: '"a"', right: '"b"' }))).toBeNull()
    expect(meaning(row('added'))).toBeNull()
    expect(meaning(row('same'))).toBeNull()
  })
})

test.each(Object.entries(incomparableSentences))('why %s has nothing to compare is a sentence', (_reason, sentence) => {
  expect(sentence).toMatch(/^\S.+\.$/)
})
