import { expect, test } from 'vitest'
import { exchangeSchema } from '../../../electron/contract/exchange.ts'
import { harOf } from '../../../electron/core/exporting/har.ts'
import { type HistoryExportOptions, exportParts } from '../../../electron/core/history/export-parts.ts'
import type { Recorded } from '../../../electron/core/history/recorded.ts'
import { exchange } from '../evidence/exchange.ts'
import { good } from './workspace-of-history.ts'

const creator = { name: 'Tests', version: '1' }
const options: HistoryExportOptions = { format: 'har', creator, secrets: [] }
const unmarked = { isPinned: false, note: '' }
const recorded = (id: string): Recorded => ({ exchange: { ...exchange, id }, conclusion: good, mark: unmarked })
const whole = (
  ids: readonly string[],
  read: (id: string) => Recorded | null,
  change: Partial<HistoryExportOptions> = {},
): string => Array.from(exportParts(ids, read, { ...options, ...change }), ({ text }) => text).join('')

test('an archive in parts holds what one at once does', () => {
  const ids = ['a', 'b', 'c']
  const at = ids.map((id) => recorded(id).exchange)
  expect(JSON.parse(whole(ids, recorded))).toEqual(JSON.parse(harOf(at, creator)))
})

test('an archive of nothing is one', () => {
  expect(JSON.parse(whole([], recorded))).toEqual(JSON.parse(harOf([], creator)))
  expect(JSON.parse(whole(['gone'], () => null))).toEqual(JSON.parse(harOf([], creator)))
})

test('each line is an exchange with what came of it and what is kept with it', () => {
  const read = (id: string): Recorded => ({
    ...recorded(id),
    mark: { isPinned: true, note: `of ${id}\nsecret hunter22` },
  })
  const lines = whole(['a', 'b'], read, { format: 'jsonl', secrets: ['hunter22'] }).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toBe('')
  const { conclusion, isPinned, note, ...rest } = JSON.parse(lines[1] ?? '')
  expect(exchangeSchema.parse(rest).id).toBe('b')
  expect({ conclusion, isPinned }).toEqual({ conclusion: good, isPinned: true })
  expect(note).toContain('of b')
  expect(lines.join('')).not.toContain('hunter22')
})

test('parts are small however many exchanges there are, and count what is written', () => {
  const ids = Array.from({ length: 2000 }, (_, number) => (number % 10 === 0 ? 'gone' : `e${number}`))
  const parts = [...exportParts(ids, (id) => (id === 'gone' ? null : recorded(id)), { ...options, format: 'jsonl' })]
  expect(parts.length).toBeGreaterThan(3)
  for (const { text } of parts) expect(text.length).toBeLessThan(300_000)
  expect(parts.at(-1)).toMatchObject({ done: 2000, written: 1800 })
  expect(
    parts
      .map(({ text }) => text)
      .join('')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(1800)
})
