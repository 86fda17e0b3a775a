import { expect, test } from 'vitest'
import { phaseBars } from '../../../renderer/ui/phase-bars.ts'

const none = { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null }

test('phases of a reused connection say so, and no bar leaves the scale', () => {
  const bars = phaseBars({ ...none, send: 1, wait: 5000, download: 0, total: 3 }, { reused: true })
  expect(bars.map(({ label, absent, ms }) => (ms === null ? `${label} ${absent}` : label))).toEqual([
    'DNS reused',
    'Connect reused',
    'TLS reused',
    'Send',
    'Waiting',
    'Download',
  ])
  for (const { start, length } of bars) expect(start + length).toBeLessThanOrEqual(100.01)
})

test('a phase that did not happen is a dash, and that of a proxy is there only with one', () => {
  expect(phaseBars({ ...none, total: 0 }, null).map(({ absent }) => absent)).toEqual(['–', '–', '–', '–', '–', '–'])
  expect(phaseBars({ ...none, proxy: 2, total: 2 }, null).map(({ label }) => label)).toContain('Proxy')
})
