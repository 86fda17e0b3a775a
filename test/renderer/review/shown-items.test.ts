import { expect, test } from 'vitest'
import type { ItemStatus, ReviewItem } from '../../../electron/contract/review.ts'
import type { Practice } from '../../../electron/vocabulary/review.ts'
import { isOpen, shownItem, shownSections } from '../../../renderer/features/review/shown-items.ts'

const item = (practice: Practice, status: ItemStatus): ReviewItem => ({ practice, status, findings: [], probes: [] })

test('what a person chose is shown, else what is at risk, else what is to improve', () => {
  const items = [item('cache_tokens', 'passed'), item('use_https', 'to_improve'), item('mutual_tls', 'at_risk')]
  expect(shownItem(items, 'cache_tokens')?.practice).toBe('cache_tokens')
  expect(shownItem(items, 'rate_limiting')?.practice).toBe('mutual_tls')
  expect(shownItem(items.slice(0, 2), null)?.practice).toBe('use_https')
  expect(shownItem(items.slice(0, 1), null)?.practice).toBe('cache_tokens')
  expect(shownItem([], 'use_https')).toBe(null)
})

test('a section keeps its number and its order where others have nothing to show', () => {
  const sections = shownSections([item('mutual_tls', 'at_risk'), item('use_https', 'at_risk')])
  expect(sections.map(({ name, number }) => [name, number])).toEqual([['network_security', 3]])
  expect(sections[0]?.items.map(({ practice }) => practice)).toEqual(['use_https', 'mutual_tls'])
})

test('what is accepted or not known is not open', () => {
  expect(
    (['at_risk', 'to_improve', 'accepted', 'not_known', 'passed'] as const).filter((status) => isOpen({ status })),
  ).toEqual(['at_risk', 'to_improve'])
})
